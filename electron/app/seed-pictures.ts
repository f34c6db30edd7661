import afterSeal from '#seeds/demo/photos/after-seal.jpg?inline'
import beforeSeal from '#seeds/demo/photos/before-seal.jpg?inline'
import label from '#seeds/demo/photos/label.jpg?inline'
import scene from '#seeds/demo/photos/scene.jpg?inline'

const bytesOf = (dataUri: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(dataUri.slice(dataUri.indexOf(',') + 1), 'base64'))

/** The drawn pictures of the demonstration: JPEG, 1024 pixels wide or less, so that each is its own working copy. */
export const demoPictures = {
  scene: { name: '演示-现场与库存.jpg', slot: 'process', bytes: () => bytesOf(scene) },
  label: { name: '演示-产品标签.jpg', slot: 'sample', bytes: () => bytesOf(label) },
  'before-seal': { name: '演示-封样前.jpg', slot: 'beforeSeal', bytes: () => bytesOf(beforeSeal) },
  'after-seal': { name: '演示-封样后.jpg', slot: 'afterSeal', bytes: () => bytesOf(afterSeal) },
} as const
