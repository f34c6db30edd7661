import { ChoiceControl } from '../kernel/controls/choice-control'
import { useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { type DrawnEnterprise, useDrawTools } from './draw-tools'

/** Takes the enterprises of a sealed draw (双随机) over as targets. */
export function DrawPicker({ onPick }: { readonly onPick: (drawId: string, drawn: readonly DrawnEnterprise[]) => void }) {
  const t = useWords()
  const { refused } = useFeedback()
  const { useDraws, enterprisesOf } = useDrawTools()
  const draws = useDraws()
  if (draws.length === 0) return null
  const take = async (id: string): Promise<void> => {
    const drawn = await enterprisesOf(id)
    if (drawn.ok) onPick(id, drawn.value)
    else refused(drawn.problems)
  }
  return (
    <div className="draw-picker">
      <ChoiceControl
        id="targets-draw"
        field="/targets/draw"
        label={t('spotCheck.task.fromDraw')}
        placeholder={t('spotCheck.task.fromDraw')}
        value={undefined}
        choices={draws.map(({ id, no, title, taken }) => ({ value: id, label: t('spotCheck.task.drawLine', { no, title, n: taken }) }))}
        onChange={(id) => void (id !== undefined && take(id))}
      />
    </div>
  )
}
