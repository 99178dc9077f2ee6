/** The fields of forms. `id` is the field's own and the target of its line in the error summary. */
interface FieldBase {
  id: string;
  name: string;
  label: string;
  hint?: string | null;
  error?: string | null;
  /** Says "(optional)" behind the label. */
  optional?: boolean;
}

export interface TextField extends FieldBase {
  type: 'text' | 'email' | 'tel' | 'search';
  value: string;
  maxlength: number;
  /** The HTML token: "given-name", "email", "off". */
  autocomplete: string;
  inputmode?: 'numeric' | null;
  short?: boolean;
}

export interface PasswordField extends FieldBase {
  autocomplete: 'current-password' | 'new-password';
  maxlength: number;
}

export interface TextArea extends FieldBase {
  value: string;
  rows: number;
  maxlength: number;
}

export interface SelectField extends FieldBase {
  options: { value: string; label: string; chosen: boolean }[];
  autocomplete?: string;
}

export interface RadioGroup extends FieldBase {
  choices: { value: string; label: string; hint?: string | null; chosen: boolean }[];
  /** The label as large as a heading of the form's part. */
  large?: boolean;
}

export interface Checkbox extends FieldBase {
  value: string;
  checked: boolean;
}

/** The exact text that is agreed to, and the box (R23). */
export interface ConsentField extends Checkbox {
  text: string;
}

export interface ErrorSummary {
  errors: { href: string; text: string }[];
}
