import type { WordsFor } from '../kernel/words.ts'
import type { TeamProblem } from './team-problems.ts'

export const teamWords: WordsFor<TeamProblem> = {
  'team.memberTwice': {
    zh: ({ name }) => `名单里“${name}”出现了两次；确是同名的两个人，请给两人都写明单位`,
    en: ({ name }) => `"${name}" is on the list twice. If they are two people, give the employer of both`,
  },
  'team.dissolvedBeforeFounded': {
    zh: ({ founded, dissolved }) => `解散日期 ${dissolved} 早于授旗日期 ${founded}`,
    en: ({ founded, dissolved }) => `It cannot be dissolved on ${dissolved}, before it was founded on ${founded}`,
  },
  'team.sameName': {
    zh: ({ name, founded }) => `本区县已有同名队伍“${name}”（${founded} 授旗）；要改它请打开它更正`,
    en: ({ name, founded }) => `The district already has the team "${name}" (founded ${founded}); open and correct that one`,
  },
  'team.personTwice': {
    zh: ({ name, no, since }) =>
      `同一单位、同一身份的“${name}”已经登记${[no === '' ? '' : `聘书 ${no}`, since === '' ? '' : `${since} 起`].filter((part) => part !== '').reduce((said, part) => `${said}，${part}`, '')}；要改请更正那一条`,
    en: ({ name, no, since }) =>
      `"${name}" of the same employer and role is on file${no === '' ? '' : `, appointment ${no}`}${since === '' ? '' : `, since ${since}`}; correct that entry instead`,
  },
  'team.officerWithoutEnterprise': {
    zh: () => '首席质量官要对应一家企业，请从名录中选择',
    en: () => 'A chief quality officer belongs to an enterprise; choose it from the directory',
  },
  'team.appointmentEndsFirst': {
    zh: ({ from, to }) => `聘期截止 ${to} 早于聘任日期 ${from}`,
    en: ({ from, to }) => `The appointment ends on ${to}, before it begins on ${from}`,
  },
  'team.appointedInFuture': {
    zh: ({ on, today }) => `聘任日期 ${on} 还没有到（今天 ${today}）`,
    en: ({ on, today }) => `The day of appointment, ${on}, is still to come (today is ${today})`,
  },
}
