import type { FieldKey, FieldSection } from '../sheet-fields'

interface PaperPart {
  readonly section: FieldSection
  /** Each row fills six columns: a label takes one, a value as many as stand beside its key. */
  readonly rows: readonly (readonly (readonly [FieldKey, number])[])[]
}

/** Where each field stands on the printed sheet. */
export const paperRows: readonly PaperPart[] = [
  {
    section: 'head',
    rows: [
      [
        ['head.region', 1],
        ['head.taskLevel', 1],
        ['head.taskKind', 1],
      ],
      [
        ['head.taskNo', 1],
        ['head.taskYear', 1],
        ['head.filingNo', 1],
      ],
      [['head.taskAuthority', 5]],
    ],
  },
  {
    section: 'inspectedParty',
    rows: [
      [
        ['inspectedParty.name', 3],
        ['inspectedParty.storeKind', 1],
      ],
      [
        ['inspectedParty.uscc', 3],
        ['inspectedParty.legalRepresentative', 1],
      ],
      [['inspectedParty.address', 5]],
      [
        ['inspectedParty.contact', 1],
        ['inspectedParty.phone', 3],
      ],
    ],
  },
  {
    section: 'producer',
    rows: [
      [
        ['producer.name', 3],
        ['producer.ownership', 1],
      ],
      [
        ['producer.uscc', 3],
        ['producer.size', 1],
      ],
      [['producer.address', 5]],
      [
        ['producer.legalRepresentative', 1],
        ['producer.contact', 1],
        ['producer.phone', 1],
      ],
      [
        ['producer.postcode', 1],
        ['producer.employees', 1],
        ['producer.revenue', 1],
      ],
    ],
  },
  {
    section: 'product',
    rows: [
      [
        ['product.name', 3],
        ['product.kind', 1],
      ],
      [
        ['product.model', 1],
        ['product.trademark', 1],
        ['product.grade', 1],
      ],
      [
        ['product.producedOn', 1],
        ['product.lotNo', 1],
        ['product.useBy', 1],
      ],
      [
        ['product.standard', 3],
        ['product.exported', 1],
      ],
      [
        ['product.certificateKind', 1],
        ['product.certificateNo', 1],
        ['product.classCode', 1],
      ],
      [
        ['product.unitPrice', 1],
        ['product.lastYearSales', 1],
        ['product.commissionedBy', 1],
      ],
      [['product.claim', 5]],
    ],
  },
  {
    section: 'sampling',
    rows: [
      [
        ['sampling.date', 1],
        ['sampling.stage', 1],
        ['sampling.channel', 1],
      ],
      [['sampling.place', 5]],
      [
        ['sampling.base', 1],
        ['sampling.lotSize', 1],
        ['sampling.backupLocation', 1],
      ],
      [
        ['sampling.testQuantity', 1],
        ['sampling.testSealNo', 1],
        ['sampling.testSealState', 1],
      ],
      [
        ['sampling.backupQuantity', 1],
        ['sampling.backupSealNo', 1],
        ['sampling.backupSealState', 1],
      ],
      [
        ['sampling.sendTo', 3],
        ['sampling.sendBy', 1],
      ],
      [
        ['sampling.courier', 1],
        ['sampling.trackingNo', 1],
        ['sampling.returnSample', 1],
      ],
      [
        ['sampling.purchaseCost', 1],
        ['sampling.invoiceNo', 1],
        ['sampling.protection', 1],
      ],
    ],
  },
  {
    section: 'samplingBody',
    rows: [
      [
        ['samplingBody.name', 3],
        ['samplingBody.contact', 1],
      ],
      [
        ['samplingBody.address', 3],
        ['samplingBody.phone', 1],
      ],
      [
        ['samplingBody.email', 3],
        ['samplingBody.postcode', 1],
      ],
    ],
  },
]
