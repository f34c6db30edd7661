import doorCard from '#seeds/papers/door-card.json' with { type: 'json' }
import drawList from '#seeds/papers/draw-list.json' with { type: 'json' }
import enterprisePortrait from '#seeds/papers/enterprise-portrait.json' with { type: 'json' }
import foodSamplingSheet from '#seeds/papers/food-sampling-sheet.json' with { type: 'json' }
import notFoundStatement from '#seeds/papers/not-found-statement.json' with { type: 'json' }
import recheckNotice from '#seeds/papers/recheck-notice.json' with { type: 'json' }
import rectificationOrder from '#seeds/papers/rectification-order.json' with { type: 'json' }
import refusalStatement from '#seeds/papers/refusal-statement.json' with { type: 'json' }
import resultNotice from '#seeds/papers/result-notice.json' with { type: 'json' }
import samplingSheet from '#seeds/papers/sampling-sheet.json' with { type: 'json' }
import sealNotice from '#seeds/papers/seal-notice.json' with { type: 'json' }
import spotCheckNotice from '#seeds/papers/spot-check-notice.json' with { type: 'json' }
import terminationRecord from '#seeds/papers/termination-record.json' with { type: 'json' }
import visitRecord from '#seeds/papers/visit-record.json' with { type: 'json' }
import workFeedback from '#seeds/papers/work-feedback.json' with { type: 'json' }

/** Layouts as they lie in seeds/papers, unparsed; in the order in which a screen lists them. */
export const shippedLayouts: readonly unknown[] = [
  samplingSheet,
  foodSamplingSheet,
  spotCheckNotice,
  sealNotice,
  workFeedback,
  notFoundStatement,
  refusalStatement,
  terminationRecord,
  resultNotice,
  rectificationOrder,
  recheckNotice,
  drawList,
  enterprisePortrait,
  doorCard,
  visitRecord,
]
