import { z } from 'zod'

/** 巡诊帮扶 by programme: directed by an agreement, a tour of chief quality officers, a task force, 百企千坊万家, 一站式进企业, certification help. */
export const VisitKind = z.enum(['qualityDoctor', 'cqoTour', 'taskForce', 'foodHundred', 'oneStop', 'certificationHelp'])
export type VisitKind = z.infer<typeof VisitKind>

/**
 * The 14 dimensions of a diagnosis, in the order of the form: strategy and policy; safety duty; standards; metrology; materials and
 * suppliers; process control; equipment; factory test and laboratory; nonconforming goods, tracing and recall; management system and
 * certification; labels and packing; training and quality culture; complaints and satisfaction; digital work and intellectual property.
 */
export const Dimension = z.enum([
  'strategy',
  'safetyDuty',
  'standards',
  'metrology',
  'suppliers',
  'process',
  'equipment',
  'testing',
  'nonconformity',
  'management',
  'labelling',
  'training',
  'complaints',
  'digital',
])
export type Dimension = z.infer<typeof Dimension>

export const ProblemType = z.enum(['managerial', 'technical'])
export const Severity = z.enum(['ordinary', 'serious', 'urgent'])
/** 处方所需资源. */
export const Resource = z.enum(['standards', 'metrology', 'certification', 'testing', 'sharedLab', 'expert', 'training', 'other'])
/** 日管控、周排查、月调度: carried out, in part, not at all. */
export const Carried = z.enum(['yes', 'partly', 'no'])
