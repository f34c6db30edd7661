import './review.css'
import { CheckCircleFilled, ReloadOutlined, WarningFilled } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Finding } from '#shared/review/review-contract'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { useSay } from '../kernel/say'
import { store } from './store'

interface InspectProps {
  /** A check or a case. */
  readonly subject: string
  /** The way to the record and the field of a finding; `app/` knows where every record is opened. */
  readonly renderLink: (finding: Finding, said: string) => ReactNode
  /** What a record is called, in the language in use. */
  readonly renderTitle: (finding: Finding) => ReactNode
}

/** 案卷自查: before it is handed in, what a reviewer would deduct for, the heavier first. */
export function InspectFile({ subject, ...render }: InspectProps) {
  const t = useWords()
  const { data, isFetching, refetch } = useQuery(store.ask('review.inspectFile', { subject }))
  const again = (
    <Button size="small" icon={<ReloadOutlined />} loading={isFetching} data-action="inspect" onClick={() => void refetch()}>
      {t('review.look')}
    </Button>
  )
  return (
    <Panel name="inspect" title={t('review.title')} extra={again}>
      <p className="quiet">{t('review.lead')}</p>
      {data !== undefined && (data.findings.length === 0 ? <Clean records={data.records} /> : <Findings {...data} {...render} />)}
    </Panel>
  )
}

function Clean({ records }: { readonly records: number }) {
  const t = useWords()
  return (
    <div data-findings={0}>
      <p className="findings-clean">
        <CheckCircleFilled aria-hidden /> {t('review.clean')}
      </p>
      <p className="quiet">{t('review.cleanText', { n: records })}</p>
    </div>
  )
}

const weights = ['serious', 'remark'] as const

type Render = Omit<InspectProps, 'subject'>

interface FindingsProps extends Render {
  readonly records: number
  readonly findings: readonly Finding[]
}

/** What would bring the file back stands open; what only costs points is unfolded by who wants it. */
function Findings({ records, findings, ...render }: FindingsProps) {
  const t = useWords()
  const serious = findings.filter(({ weight }) => weight === 'serious')
  const [all, setAll] = useState(serious.length === 0 && findings.length <= FEW)
  const remarks = findings.length - serious.length
  return (
    <div data-findings={findings.length}>
      <p className="findings-count">
        {weights.map((weight) => {
          const n = weight === 'serious' ? serious.length : remarks
          return n > 0 && <strong key={weight}>{t(`review.count.${weight}`, { n })}</strong>
        })}
        <span className="quiet">{t('review.records', { n: records })}</span>
      </p>
      {byRecord(all ? findings : serious).map((group) => (
        <FindingsOf key={group[0].record} group={group} {...render} />
      ))}
      {remarks > 0 && (
        <Button size="small" type="link" aria-expanded={all} data-action="all-findings" onClick={() => setAll(!all)}>
          {t(all ? 'review.fewer' : 'review.more', { n: remarks })}
        </Button>
      )}
    </div>
  )
}

const FEW = 3

type Group = readonly [Finding, ...Finding[]]

/** Findings of one record together, in the order in which the first of each was found. */
function byRecord(findings: readonly Finding[]): readonly Group[] {
  const groups = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const group = groups.get(finding.record)
    if (group === undefined) groups.set(finding.record, [finding])
    else group.push(finding)
  }
  return [...groups.values()]
}

function FindingsOf({ group, renderLink, renderTitle }: Render & { readonly group: Group }) {
  const t = useWords()
  const say = useSay()
  const nameOf = (finding: Finding): string => `${finding.code} ${finding.path} ${JSON.stringify(finding.facts)}`
  return (
    <section className="findings-of" data-finding-record={group[0].record}>
      <h3>{renderTitle(group[0])}</h3>
      <ul className="findings">
        {group.map((finding) => (
          <li key={nameOf(finding)} data-finding={finding.code}>
            <span className="finding-weight" data-weight={finding.weight}>
              <WarningFilled aria-hidden /> {t(`review.weight.${finding.weight}`)}
            </span>
            <span>{renderLink(finding, say(finding))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
