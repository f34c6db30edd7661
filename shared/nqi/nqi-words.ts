import type { WordsFor } from '../kernel/words.ts'
import type { NqiProblem } from './nqi-problems.ts'

export const nqiWords: WordsFor<NqiProblem> = {
  'nqi.stationWithoutPlatform': {
    zh: () => '站点要写明属于哪个一站式服务平台',
    en: () => 'A station needs the one-stop platform it belongs to',
  },
  'nqi.noSuchPlatform': {
    zh: () => '找不到这个平台，或它不是平台；请重新选择',
    en: () => 'That is not a platform, or it is no longer there; choose again',
  },
  'nqi.closedBeforeOpened': {
    zh: ({ opened, closed }) => `关闭日期 ${closed} 早于启用日期 ${opened}`,
    en: ({ opened, closed }) => `It cannot close on ${closed}, before it opened on ${opened}`,
  },
  'nqi.sameFacility': {
    zh: ({ name, opened }) => `本区县已有同类的“${name}”（${opened} 启用）；要改它请打开它更正`,
    en: ({ name, opened }) => `The district already has "${name}" of this kind (opened ${opened}); open and correct that one`,
  },
  'nqi.usesAfterClosing': {
    zh: ({ closed, on, count }) => `关闭日期 ${closed} 之后还有 ${String(count)} 条服务或使用（最近 ${on}）`,
    en: ({ closed, on, count }) => `After ${closed} there are ${String(count)} services or uses, the last on ${on}`,
  },
  'nqi.noSuchFacility': {
    zh: () => '请选择平台、站点或共享实验室',
    en: () => 'Choose a platform, a station or a shared laboratory',
  },
  'nqi.wrongPlace': {
    zh: ({ name, type }) => (type === 'labUse' ? `“${name}”不是共享实验室` : `“${name}”是共享实验室，一站式服务请选平台或站点`),
    en: ({ name, type }) =>
      type === 'labUse'
        ? `"${name}" is not a shared laboratory`
        : `"${name}" is a shared laboratory; a service is given by a platform or a station`,
  },
  'nqi.notOpen': {
    zh: ({ name, on, opened, closed }) => `${on} 时“${name}”未开放（${opened} 启用${closed === '' ? '' : `，${closed} 关闭`}）`,
    en: ({ name, on, opened, closed }) => `"${name}" was not open on ${on} (opened ${opened}${closed === '' ? '' : `, closed ${closed}`})`,
  },
  'nqi.inFuture': {
    zh: ({ on, today }) => `${on} 还没有到（今天 ${today}）`,
    en: ({ on, today }) => `${on} is still to come (today is ${today})`,
  },
  'nqi.solvedTooMany': {
    zh: ({ problems, solved }) => `解决 ${String(solved)} 个，多于提出的 ${String(problems)} 个`,
    en: ({ problems, solved }) => `${String(solved)} solved is more than the ${String(problems)} asked about`,
  },
  'nqi.solvedWithoutAnswer': {
    zh: () => '有问题已解决，请写明是怎样解决的',
    en: () => 'Something was solved; say how',
  },
  'nqi.solvedWithoutDay': {
    zh: () => '有问题已解决，请填解决日期',
    en: () => 'Something was solved; enter the day',
  },
  'nqi.solvedBeforeAsked': {
    zh: ({ on, solvedOn }) => `解决日期 ${solvedOn} 早于提出日期 ${on}`,
    en: ({ on, solvedOn }) => `Solved on ${solvedOn}, before it was asked on ${on}`,
  },
  'nqi.nothingSolved': {
    zh: () => '填了解决日期，请填解决了几个问题',
    en: () => 'There is a day of solving; enter how many were solved',
  },
  'nqi.benefitNothing': {
    zh: () => '效益为 0；没有效益请把金额和依据都留空',
    en: () => 'The benefit is 0; where there is none, leave amount and basis empty',
  },
  'nqi.confirmationIncomplete': {
    zh: ({ missing }) => (missing === 'confirmedOn' ? '写了确认人，请填企业确认日期' : '填了确认日期，请写企业确认人'),
    en: ({ missing }) =>
      missing === 'confirmedOn'
        ? 'There is who confirmed it; enter the day as well'
        : 'There is a day of confirmation; enter who of the enterprise confirmed it',
  },
  'nqi.confirmedTooEarly': {
    zh: ({ on, from }) => `企业确认日期 ${on} 早于 ${from}`,
    en: ({ on, from }) => `Confirmed on ${on}, before ${from}`,
  },
}
