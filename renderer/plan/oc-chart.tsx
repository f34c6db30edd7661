import { LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, MarkPointComponent, TooltipComponent } from 'echarts/components'
import { init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { OcPicture, OcPoint } from '#shared/plan/oc-picture'
import { percent, qualityText } from './coach-format'

register([LineChart, GridComponent, MarkPointComponent, TooltipComponent, AriaComponent, SVGRenderer])

interface ChartWords {
  readonly axisX: string
  readonly axisY: string
  readonly producers: string
  readonly consumers: string
  readonly picture: string
}

interface ChartProps {
  readonly picture: OcPicture
  readonly words: ChartWords
}

const INK = '#47575f'
const FONT = { fontFamily: 'inherit', color: INK, fontSize: 12 }

const markOf = (name: string, { quality, accepted }: OcPoint, color: string, place: readonly [string, number, number]) => {
  const [position, dx, dy] = place
  return {
    name,
    coord: [quality, 100 * accepted],
    symbol: 'circle',
    symbolSize: 11,
    itemStyle: { color, borderColor: '#ffffff', borderWidth: 2 },
    label: {
      show: true,
      position,
      offset: [dx, dy],
      formatter: name,
      color,
      fontWeight: 'bold' as const,
      backgroundColor: '#ffffffd9',
      padding: [1, 4],
    },
  }
}

function optionOf({ picture, words }: ChartProps) {
  const { points, atAql, atConsumersRisk } = picture
  return {
    animation: false,
    aria: { enabled: true, label: { description: words.picture } },
    textStyle: FONT,
    grid: { left: 56, right: 24, top: 28, bottom: 46 },
    tooltip: {
      trigger: 'axis',
      valueFormatter: (value: unknown) => percent(Number(value) / 100),
      axisPointer: { label: { formatter: ({ value }: { readonly value: unknown }) => qualityText(Number(value)) } },
    },
    xAxis: {
      type: 'value',
      name: words.axisX,
      nameLocation: 'middle',
      nameGap: 28,
      min: 0,
      max: points.at(-1)?.quality ?? 1,
      axisLabel: { ...FONT, formatter: (value: number) => qualityText(value), showMaxLabel: false },
      splitLine: { lineStyle: { color: '#e6ecee' } },
    },
    yAxis: {
      type: 'value',
      name: words.axisY,
      nameLocation: 'middle',
      nameGap: 38,
      min: 0,
      max: 100,
      interval: 20,
      axisLabel: FONT,
      splitLine: { lineStyle: { color: '#e6ecee' } },
    },
    series: [
      {
        type: 'line',
        showSymbol: false,
        smooth: false,
        lineStyle: { width: 2.5, color: '#0b5f74' },
        itemStyle: { color: '#0b5f74' },
        data: points.map(({ quality, accepted }) => [quality, 100 * accepted]),
        markPoint: {
          data: [
            markOf(words.producers, atAql, '#1d6b2f', ['right', 6, -2]),
            markOf(words.consumers, atConsumersRisk, '#b3261e', ['right', 6, -8]),
          ],
        },
      },
    ],
  }
}

/** The curve as a picture (SVG, so that it prints sharp); the same numbers stand in the table below it. */
export default function OcChart(props: ChartProps) {
  const place = useRef<HTMLDivElement>(null)
  const { picture, words } = props
  useEffect(() => {
    if (place.current === null) return
    const chart = init(place.current, null, { renderer: 'svg' })
    chart.setOption(optionOf({ picture, words }))
    const follow = new ResizeObserver(() => chart.resize())
    follow.observe(place.current)
    return () => {
      follow.disconnect()
      chart.dispose()
    }
  }, [picture, words])
  return <div ref={place} className="coach-curve" data-chart="oc" />
}
