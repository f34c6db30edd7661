import { FolderOpenOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { z } from 'zod'
import { TargetSettings } from '#shared/target/target-contract'
import { described } from '../kernel/controls/control'
import { type FieldSpec, type FormField, fieldsFrom, text } from '../kernel/form/field-spec'
import type { FieldControlProps, FieldKindOf } from '../kernel/form/form-frame'
import { useWords } from '../kernel/i18n'

export type TargetKind = TargetSettings['kind']
export const targetKinds = ['folder', 'webdav', 's3'] as const satisfies readonly TargetKind[]

const full = text('full')
const half = text('half')
const pem: FieldSpec = { kind: 'long', span: 'full' }
const secret: FieldSpec = { kind: 'secret', span: 'half' }

const specs: Readonly<Record<TargetKind, Readonly<Record<string, FieldSpec>>>> = {
  folder: { path: { kind: 'folder', span: 'full' }, name: full },
  webdav: { url: full, user: half, secret, name: full, ca: pem },
  s3: {
    endpoint: full,
    bucket: half,
    region: half,
    accessKey: half,
    secretKey: secret,
    prefix: half,
    pathStyle: { kind: 'yesNo', span: 'half' },
    name: full,
    ca: pem,
  },
}

/** What has a default or is proposed may stay empty, and so may the password of an open server. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['user', 'secret', 'secretKey', 'region', 'prefix', 'pathStyle', 'name'])

const schemaOf = (kind: TargetKind): z.ZodObject => {
  const schema = TargetSettings.options.find((option) => option.shape.kind.value === kind)
  if (schema === undefined) throw new Error(`no settings of kind ${kind}`)
  return z.object(schema.shape).extend({ secret: z.string(), secretKey: z.string() })
}

const made = new Map(
  targetKinds.map((kind) => [
    kind,
    fieldsFrom(schemaOf(kind), specs[kind]).map((field) => ({ ...field, required: field.required && !MAY_BE_EMPTY.has(field.key) })),
  ]),
)

/** What is asked of each kind of storage, in the order of Tab; the name comes late, since it is mostly proposed. */
export const targetFields = (kind: TargetKind): readonly FormField[] => made.get(kind) ?? []

function FolderControl({ id, field, value, onChange, invalid }: FieldControlProps) {
  const t = useWords()
  const choose = async (): Promise<void> => {
    const chosen = await window.bridge.shell('files.chooseFolder', {})
    if (chosen.ok && chosen.value !== null) onChange(chosen.value)
  }
  return (
    <div className="folder-control">
      <Input
        id={id}
        data-field={field}
        value={typeof value === 'string' ? value : ''}
        status={invalid === true ? 'error' : ''}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        {...described(id, invalid)}
      />
      <Button icon={<FolderOpenOutlined />} data-action="choose-folder" onClick={() => void choose()}>
        {t('target.chooseFolder')}
      </Button>
    </div>
  )
}

function SecretControl({ id, field, value, onChange, invalid }: FieldControlProps) {
  return (
    <Input.Password
      id={id}
      data-field={field}
      value={typeof value === 'string' ? value : ''}
      status={invalid === true ? 'error' : ''}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
      {...described(id, invalid)}
    />
  )
}

export const targetFieldKinds: Readonly<Record<string, FieldKindOf>> = {
  folder: { Control: FolderControl },
  secret: { Control: SecretControl },
}
