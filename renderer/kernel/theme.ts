import type { ThemeConfig } from 'antd'

const fonts = '"Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", system-ui, sans-serif'

/** Every pair of text and ground here has a contrast of at least 4.5 : 1 (WCAG 1.4.3), hints and placeholders too. */
export const theme: ThemeConfig = {
  token: {
    fontFamily: fonts,
    fontSize: 14,
    borderRadius: 4,
    colorPrimary: '#0b5f74',
    colorInfo: '#0b5f74',
    colorLink: '#0b5f74',
    colorLinkHover: '#084858',
    colorSuccess: '#1d6b2f',
    colorWarning: '#8a5300',
    colorError: '#b3261e',
    colorInfoBg: '#eef6f8',
    colorInfoBorder: '#a5cdd7',
    colorSuccessBg: '#f0f8f1',
    colorSuccessBorder: '#a6d2ae',
    colorWarningBg: '#fff5e3',
    colorWarningBorder: '#e2b669',
    colorErrorBg: '#fdf1ef',
    colorErrorBorder: '#e0a39d',
    colorText: '#17262d',
    colorTextSecondary: '#47575f',
    colorTextTertiary: '#5a6a72',
    colorTextDescription: '#47575f',
    colorTextPlaceholder: '#5f6f77',
    colorTextDisabled: '#5f6f77',
    colorBgLayout: '#f2f5f6',
    colorBorder: '#a9b7be',
    colorBorderSecondary: '#d8e0e4',
    controlHeight: 32,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
    wireframe: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Segmented: { itemColor: '#47575f', itemSelectedColor: '#ffffff', itemSelectedBg: '#0b5f74', trackBg: '#e6ecee' },
    Modal: { titleFontSize: 17 },
  },
}
