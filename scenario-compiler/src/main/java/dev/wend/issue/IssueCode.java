package dev.wend.issue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What can be wrong with a document. Codes are stable: one that is no longer used is never given to something else.
 * SCN0xx is about the text, SCN1xx about the graph and the patterns, SCN2xx are warnings, SCN3xx is about the catalogue.
 */
public enum IssueCode {
  NOT_JSON(
      "SCN001",
      "not JSON",
      "{ \"id\": \"welcome\", }",
      "Write a document that is one JSON object: no trailing commas, no comments, text in double quotes."),
  DUPLICATE_KEY(
      "SCN002",
      "a key stands twice in one object",
      "{ \"id\": \"welcome\", \"id\": \"goodbye\" }",
      "Keep one of them."),
  UNREADABLE_FILE(
      "SCN003",
      "a file cannot be read",
      "wend validate scenarois/",
      "Name a file or directory that exists and may be read; its text must be UTF-8."),
  NO_DOCUMENTS(
      "SCN004",
      "no documents found",
      "wend validate empty-directory/",
      "Name a directory that holds at least one *.json file."),
  TOO_MANY_FAULTS(
      "SCN005",
      "more faults than are told",
      "a document in which thousands of places are wrong",
      "Correct the faults that were told, then look again."),
  MISSING_KEY(
      "SCN010",
      "a key is missing",
      "{ \"id\": \"wait\", \"type\": \"delay\", \"next\": \"done\" }",
      "Add the key: { \"id\": \"wait\", \"type\": \"delay\", \"for\": \"PT1H\", \"next\": \"done\" }"),
  UNKNOWN_KEY(
      "SCN011",
      "a key that is not known here",
      "{ \"id\": \"done\", \"type\": \"end\", \"nxt\": \"x\" }",
      "Remove the key or correct its spelling."),
  BAD_DURATION(
      "SCN012",
      "not a duration",
      "\"within\": \"1 day\"",
      "Write an ISO-8601 duration in days, hours, minutes and seconds, longer than zero: \"within\": \"P1D\", "
          + "\"PT30M\", \"P1DT2H\", \"PT0.5S\". A day is 24 hours; weeks, months and years have no fixed length."),
  WRONG_TYPE(
      "SCN013",
      "a value of another type",
      "\"version\": \"1\"",
      "Write a value of the type that is expected: \"version\": 1"),
  UNKNOWN_WORD(
      "SCN014",
      "not one of the words allowed here",
      "\"status\": \"running\"",
      "Write one of the words that the message lists: \"status\": \"active\""),
  BAD_NUMBER(
      "SCN015",
      "a number outside of its range",
      "\"version\": 0",
      "Write a whole number in the range that the message names: \"version\": 1"),
  BAD_MOMENT(
      "SCN016",
      "not a moment",
      "\"activeFrom\": \"1 December 2026\"",
      "Write an instant with an offset, \"2026-12-01T09:00:00Z\", or a local date-time, \"2026-12-01T09:00\", which is "
          + "read in the scenario's timeZone."),
  BAD_TIME_OF_DAY(
      "SCN017",
      "not a time of day",
      "\"timeOfDay\": \"9:00\"",
      "Write hours from 00 to 23, minutes, and seconds if you like: \"timeOfDay\": \"09:00\""),
  UNKNOWN_ZONE(
      "SCN018",
      "not a time zone",
      "\"timeZone\": \"Warsaw\"",
      "Write a name of the IANA time zone database: \"timeZone\": \"Europe/Warsaw\""),
  BAD_POINTER(
      "SCN019",
      "not a JSON pointer",
      "\"field\": \"loyalty.active\"",
      "Begin each step with a slash: \"field\": \"/loyalty/active\". In a step write ~1 for / and ~0 for ~."),
  BAD_REFERENCE(
      "SCN020",
      "not a reference",
      "{ \"from\": \"/properties/price\" }",
      "Say what to look into, a colon, then a JSON pointer: { \"from\": \"trigger:/properties/price\" }"),
  REFERENCE_NOT_ALLOWED(
      "SCN021",
      "a reference to something that is not there yet",
      "{ \"property\": \"/cart_id\", \"op\": \"eq\", \"value\": { \"from\": \"trigger:/properties/cart_id\" } } in a trigger",
      "Matchers of triggers look at profile: only, other matchers at trigger: or profile:, an instanceKey at trigger:."),
  BAD_EXPRESSION(
      "SCN022",
      "not a regular expression",
      "{ \"op\": \"matches\", \"value\": \"(shoes\" }",
      "Write a text in RE2 syntax, which has no back references and no look-around: \"(shoes|boots).*\""),
  BAD_OPERAND(
      "SCN023",
      "an operator with the wrong value",
      "{ \"property\": \"/price\", \"op\": \"gt\" }",
      "exists and not-exists take no value, matches takes a text, every other operator takes a value: "
          + "{ \"property\": \"/price\", \"op\": \"gt\", \"value\": 100 }"),
  FILTER_DOES_NOT_FIT(
      "SCN024",
      "a filter for events of another kind",
      "{ \"event\": \"form-submitted\", \"url\": \"https://shop.example/\" }",
      "Use a filter that events of this kind have, or compare a property in where."),
  NOT_ALLOWED_HERE(
      "SCN025",
      "a key that has no meaning in this place",
      "\"on\": { \"event\": \"email-opened\", \"of\": \"mail\" }",
      "Remove the key; the message says where it belongs."),
  KEYS_DO_NOT_AGREE(
      "SCN026",
      "keys that exclude or need each other",
      "{ \"type\": \"wait-for\", \"within\": \"P1D\", … } without else",
      "Write the keys together, or only one of them, as the message says."),
  EMPTY_TEXT(
      "SCN027",
      "a name that is empty or has control characters",
      "\"id\": \"\"",
      "Write at least one character, and no line breaks or other control characters."),
  EMPTY_LIST(
      "SCN028",
      "a list without elements",
      "\"branches\": []",
      "Write at least one element, or leave the key out."),
  UNKNOWN_NODE_TYPE(
      "SCN029",
      "a node type that is not known",
      "{ \"id\": \"mail\", \"type\": \"email\" }",
      "Write a type of the table of node types: { \"id\": \"mail\", \"type\": \"send-email\", … }"),
  UNKNOWN_MATCHER(
      "SCN030",
      "not a matcher",
      "\"if\": { \"url\": \"https://shop.example/\" }",
      "Begin with one of the keys that the message lists: \"if\": { \"event\": \"page-visited\", \"url\": … }"),
  UNKNOWN_EVENT(
      "SCN031",
      "an event kind that is not known",
      "{ \"event\": \"order-complete\" }",
      "Write a kind of the table of events, or product-bought: { \"event\": \"order-completed\" }. "
          + "Your own events are { \"event\": \"custom\", \"name\": \"…\" }."),
  DUPLICATE_NODE_ID(
      "SCN101",
      "two nodes with one id",
      "{ \"id\": \"mail\", … }, { \"id\": \"mail\", … }",
      "Give each node an id of its own."),
  UNKNOWN_NODE(
      "SCN102",
      "a node that does not exist",
      "\"next\": \"dnoe\"",
      "Write the id of a node of this document: \"next\": \"done\""),
  LEADS_TO_TRIGGER(
      "SCN103",
      "something leads to a trigger",
      "{ \"id\": \"wait\", \"type\": \"delay\", \"for\": \"P1D\", \"next\": \"start\" }",
      "Lead to the node behind the trigger, or end the journey and let the customer enter again."),
  NO_TRIGGER(
      "SCN104",
      "no way in",
      "\"nodes\": [ { \"id\": \"done\", \"type\": \"end\" } ]",
      "Add a node of type trigger."),
  NO_END(
      "SCN105",
      "no end",
      "\"nodes\" without { \"type\": \"end\" }",
      "Add a node of type end and lead every branch to it."),
  UNREACHABLE(
      "SCN106",
      "a node that nobody can reach",
      "{ \"id\": \"mail\", … } to which nothing leads",
      "Lead to it from a node that can be reached from a trigger, or remove it."),
  NEVER_ENDS(
      "SCN107",
      "a node from which no end can be reached",
      "{ \"id\": \"wait\", \"next\": \"wait-more\" }, { \"id\": \"wait-more\", \"next\": \"wait\" }",
      "Lead its branches to a node of type end."),
  CYCLE(
      "SCN108",
      "a cycle",
      "mail -> opened -> mail",
      "Break it: a journey only goes forward. Repeat the nodes, or end it and let the customer enter again."),
  MIXED_PLACEMENT(
      "SCN109",
      "a condition that is reached both from a delay and in another way",
      "delay -> bought and send-email -> bought, where bought is a condition without within",
      "Give the condition a `within`, or write it twice: one behind the delay, one for the other way."),
  ENDLESS_NO(
      "SCN110",
      "a `no` that can never be taken",
      "{ \"type\": \"condition\", \"if\": { \"event\": \"order-completed\" }, \"yes\": \"done\", \"no\": \"mail\" } behind a send-email",
      "Give it a `within` or put a delay before it: without either it waits until the event happens."),
  NOT_A_SEND_NODE(
      "SCN111",
      "`of` names a node that does not send such messages",
      "{ \"event\": \"push-opened\", \"of\": \"mail\" }",
      "Name a send-email or send-coupon node for e-mail events, a send-push node for push events."),
  NOT_ALWAYS_SENT(
      "SCN112",
      "`of` names a message that may not have been sent",
      "a condition on the opening of 'mail' that is also reached without passing 'mail'",
      "Put the send node on every path to the condition, or write the condition once for each path."),
  EMPTY_PERIOD(
      "SCN113",
      "a scenario that is never active",
      "\"activeFrom\": \"2026-12-01T00:00Z\", \"activeUntil\": \"2026-11-01T00:00Z\"",
      "Let activeUntil be after activeFrom."),
  DUPLICATE_SCENARIO(
      "SCN114",
      "two documents with one scenario id",
      "cart.json and cart-old.json both with \"id\": \"cart\"",
      "Give each scenario an id of its own; to start from an existing one use wend copy."),
  PATTERN_BEGINS_WITH_NOT(
      "SCN120",
      "a trigger's pattern that begins with a `not`",
      "\"steps\": [ { \"not\": { \"event\": \"page-visited\" } }, { \"event\": \"order-completed\" } ]",
      "Begin with something that happens."),
  TRAILING_NOT_UNBOUNDED(
      "SCN121",
      "a pattern that ends with a `not` but has no end in time",
      "\"if\": { \"pattern\": { \"steps\": [ …, { \"not\": { \"event\": \"order-completed\" } } ] } } without within",
      "Give it a `within`."),
  VARIABLE_STEP_BEFORE_NOT(
      "SCN122",
      "a `not` beside a step that may repeat or be left out",
      "{ \"event\": \"page-visited\", \"oneOrMore\": true }, { \"not\": { \"event\": \"order-completed\" } }",
      "Put a step that happens exactly once between them: Flink CEP compiles this to something else (FLINK-31040)."),
  NOT_AFTER_NOT(
      "SCN123",
      "a pattern that ends with two `not` steps",
      "{ \"not\": { \"event\": \"order-completed\" } }, { \"not\": { \"event\": \"order-cancelled\" } } at the end",
      "Flink CEP keeps only the last of them. Say the one that matters, or put a step between them."),
  PATTERN_OF_NOTHING(
      "SCN124",
      "a pattern in which nothing need happen",
      "\"steps\": [ { \"event\": \"page-visited\", \"optional\": true } ]",
      "Let at least one step be neither optional nor `not`."),
  UNTIL_WITHOUT_LOOP(
      "SCN125",
      "`until` on a step that does not repeat",
      "{ \"event\": \"page-visited\", \"until\": { \"event\": \"order-completed\" } }",
      "Add \"oneOrMore\": true, or remove `until`."),
  EXIT_COVERS(
      "SCN201",
      "an answer that can never be, because exitWhen comes first",
      "\"exitWhen\": [ \"order-finalized\" ] and \"if\": { \"event\": \"order-completed\" }",
      "Remove the entry of exitWhen, or the condition."),
  NEVER_FIRES(
      "SCN202",
      "customer-erased never fires",
      "\"on\": { \"event\": \"customer-erased\" }",
      "Remove it: an erasure removes the customer's journeys, and starts none."),
  ALWAYS_THE_SAME(
      "SCN203",
      "a comparison that always gives the same answer",
      "{ \"property\": \"/price\", \"op\": \"eq\", \"value\": null }",
      "Compare with a value of the type that the operator needs; for missing values use exists or not-exists."),
  POINTS_TO_NOTHING(
      "SCN204",
      "a reference that points to nothing",
      "{ \"from\": \"profile:/loyalty/level\" }",
      "A profile has /tags, /segments, /consents and /fields, an event /messageId, /customerId, /kind, /name, /timestamp, "
          + "/channel and /properties: { \"from\": \"profile:/fields/loyalty/level\" }"),
  OUTSIDE_ACTIVE_PERIOD(
      "SCN205",
      "a date on which the scenario is not active",
      "\"activeUntil\": \"2026-11-01T00:00Z\" and \"on\": { \"date\": \"2026-12-01T09:00\", … }",
      "Choose a date in [activeFrom, activeUntil)."),
  OUTLIVES_INSTANCE(
      "SCN206",
      "a wait as long as the longest life of an instance",
      "\"maxDuration\": \"P1D\" and { \"type\": \"delay\", \"for\": \"P2D\" }",
      "Give the scenario a longer maxDuration: the instance leaves as expired before the wait is over."),
  TRAILING_NOT_IN_CONDITION(
      "SCN207",
      "a condition that can never say yes",
      "\"if\": { \"pattern\": { \"steps\": [ …, { \"not\": { … } } ] } }",
      "Its pattern ends with a `not` and would match when the window is over, which is outside of the window. Ask for what "
          + "must not happen, and swap yes and no."),
  NOT_FOR_NOTHING(
      "SCN208",
      "a `not` that is never looked at",
      "{ \"not\": { … } }, { \"event\": \"page-visited\", \"optional\": true } at the end of a pattern",
      "Let something happen behind the `not`, or end the pattern with it."),
  NOT_IN_CATALOGUE(
      "SCN301",
      "a name that the catalogue does not know",
      "\"template\": \"cart-remainder\"",
      "Correct the name, or add it to the catalogue.");

  private final String code;
  private final String title;
  private final String example;
  private final String fix;

  IssueCode(String code, String title, String example, String fix) {
    this.code = code;
    this.title = title;
    this.example = example;
    this.fix = fix;
  }

  /** For example {@code SCN012}. */
  public String code() {
    return code;
  }

  /** What is wrong, in a few words. */
  public String title() {
    return title;
  }

  /** A text that has the fault. */
  public String example() {
    return example;
  }

  /** What to write instead. */
  public String fix() {
    return fix;
  }

  /** Finds the code, in upper or lower case. */
  public static Optional<IssueCode> of(String code) {
    return Arrays.stream(values()).filter(known -> known.code.equalsIgnoreCase(code)).findFirst();
  }

  /** All codes as text, in order. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(IssueCode::code).toList();
  }
}
