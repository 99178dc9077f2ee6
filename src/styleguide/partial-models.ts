import type { FirstListView } from '../first-steps/first-steps.pages.ts';
import type { AnswerForm, Notice, StatusControl, StatusView } from '../http/components.ts';
import type { ShellAccount } from '../http/shell-components.ts';
import type {
  Checkbox,
  ConsentField,
  ErrorSummary,
  PasswordField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '../http/form-components.ts';
import type { GoalButton, GoalForm, GoalItem, GoalsSection } from '../http/goal-components.ts';
import type {
  Chip,
  Confirmation,
  Empty,
  Offer,
  Pagination,
  Pair,
  PlainConsent,
  ProgramRail,
  ProgramResult,
  Reach,
  SeekerReferral,
  SortHead,
  SortJump,
  Tally,
} from '../http/list-components.ts';
import type { AddNote, GoalControl, NoteItem } from '../http/note-components.ts';
import type { Conflict, HistoryEntry, LoopHeadline, Steps, Thread } from '../http/referral-components.ts';
import type { InviteForm, NavLink, TeamPeople } from '../http/settings-components.ts';
import type { BulkRowView } from '../inbound/bulk-row.pages.ts';
import type { InboundRowView } from '../inbound/inbound-row.pages.ts';
import type { BulkBar } from '../inbound/inbound.pages.ts';
import type { SeekerLooksPage } from '../looks/look.pages.ts';
import type { PersonRowView } from '../people/people-row.pages.ts';
import type { ProfileEntry } from '../people/profile-entry.pages.ts';
import type { ConnectWarningView } from '../referrals/connect-before.pages.ts';
import type { ReferralAside } from '../referrals/referral-aside.pages.ts';
import type { ChainLine, PlainChainLine } from '../referrals/referral-chain.pages.ts';

/** What each partial takes; `null` takes nothing. */
export interface PartialModels {
  accepting: { accepting: boolean; acceptingNote: string | null };
  'account-links': ShellAccount;
  'add-note': AddNote;
  'answer-form': AnswerForm;
  'bulk-bar': BulkBar;
  'bulk-rows': { rows: BulkRowView[]; ticks: boolean };
  checkbox: Checkbox;
  chips: { chips: Chip[]; clearHref: string | null };
  confirmation: Confirmation;
  conflict: Conflict;
  'connect-warning': ConnectWarningView;
  'consent-field': ConsentField;
  empty: Empty;
  'error-summary': ErrorSummary;
  exit: null;
  'field-error': { id: string; error: string };
  'first-list': FirstListView;
  goal: GoalItem;
  'goal-button': GoalButton;
  'goal-control': GoalControl;
  'goal-form': GoalForm;
  history: HistoryEntry[];
  'inbound-row': InboundRowView;
  'invite-form': InviteForm;
  'live-state': null;
  'looks-table': Pick<SeekerLooksPage, 'rows' | 'namesSeekers' | 'empty' | 'pages'>;
  loop: LoopHeadline;
  'note-delete': NoteItem['remove'];
  notes: NoteItem[];
  notice: Notice;
  offer: Offer;
  pagination: Pagination;
  pairs: Pair[];
  'password-field': PasswordField;
  'person-row': PersonRowView;
  'plain-chain': PlainChainLine[];
  'plain-consent': PlainConsent;
  'profile-entry': ProfileEntry;
  'profile-goals': GoalsSection;
  'profile-note': NoteItem;
  'program-jump': ProgramRail;
  'program-rail': ProgramRail;
  'program-result': ProgramResult;
  'radio-group': RadioGroup;
  reach: Reach;
  'referral-aside': ReferralAside;
  'referral-chain': ChainLine[];
  'seeker-referral': SeekerReferral;
  'select-field': SelectField;
  'settings-nav': NavLink[];
  'sign-in-ring': null;
  'sort-head': SortHead;
  'sort-jump': SortJump;
  'status-control': StatusControl;
  'status-mark': StatusView;
  steps: Steps;
  tally: Tally;
  'team-people': TeamPeople;
  'text-area': TextArea;
  'text-field': TextField;
  thread: Thread;
}
