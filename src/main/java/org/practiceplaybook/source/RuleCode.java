package org.practiceplaybook.source;

import static org.practiceplaybook.source.RuleCode.Mending.MENDED;
import static org.practiceplaybook.source.Severity.ADVICE;
import static org.practiceplaybook.source.Severity.ERROR;

import java.util.Locale;

/**
 * The book of rules: each with what a finding weighs and what it asks for. Their names are stable: scripts, workflows and
 * editors know findings by them.
 */
public enum RuleCode {
    // the folder and its files
    EMPTY(ERROR, "A playbook has at least one entry."),
    MISPLACED(ADVICE, "A text stands in a folder that is read."),
    WRONG_FOLDER(ERROR, "An entry stands in the folder of its kind."),
    SLUG_TWICE(ERROR, "No two files have one address."),
    FILE_NAME(ADVICE, "A file is called by small letters, digits and hyphens."),
    FILE_WINDOWS(ADVICE, "A file has a name and a path that Windows takes."),
    FILE_END(ADVICE, "A text's name ends in .md."),
    NOT_READ(ADVICE, "A text in a folder of entries can be read."),
    NOT_UTF8(ERROR, "A text is in UTF-8."),
    UTF_16(ERROR, "A text is in UTF-8, not in UTF-16."),
    BYTE_ORDER_MARK(ADVICE, "A text begins with its first letter, not with an invisible sign.", MENDED),
    LINE_ENDS(ADVICE, "The lines of all files end in one way.", MENDED),
    NAME_LONG(ERROR, "A name that an address is made of has at most 200 letters."),
    SYMBOLIC_LINK(ADVICE, "A file of the playbook is a file, not a link to one."),
    MERGE_CONFLICT(ERROR, "A text holds one version of each of its lines."),
    FILE_GONE(ERROR, "A file stays where it is while the playbook is read."),
    // the --- lines and what stands between them
    FENCE_MISSING(ERROR, "The keys of an entry stand between two --- lines."),
    FENCE_FORM(ERROR, "The lines before and after the keys are three hyphens.", MENDED),
    FENCE_LATE(ERROR, "The first --- line is the first line of the file."),
    FRONT_MATTER_LONG(ERROR, "What is long stands below the second --- line."),
    TAB(ERROR, "No tab stands before a key.", MENDED),
    INDENT(ERROR, "A key begins where its fellows do.", MENDED),
    COLON(ERROR, "Text with a colon stands in quotation marks.", MENDED),
    COLON_ITEM(ADVICE, "An item with a colon stands in quotation marks.", MENDED),
    NO_COLON(ERROR, "A colon stands after a key."),
    SECOND_LINE(ERROR, "A text that goes on in the next line is indented there."),
    NO_SPACE(ERROR, "A space stands after a colon and after a dash.", MENDED),
    ITEM_JOINED(ADVICE, "An item stands below the one above it.", MENDED),
    DASH_SPACE(ADVICE, "A space stands after the dash of an item.", MENDED),
    SPECIAL_START(ERROR, "A value that begins with a special sign stands in quotation marks.", MENDED),
    HASH(ADVICE, "A # after a blank begins a note, so a text with one stands in quotation marks."),
    HASH_START(ERROR, "A text that begins with # stands in quotation marks."),
    QUOTE_OPEN(ERROR, "A quotation mark is closed."),
    QUOTE_INSIDE(ERROR, "Quotation marks inside quotation marks are of another kind."),
    CURLY_QUOTES(ADVICE, "Quotation marks round a value are straight ones.", MENDED),
    BRACKET_OPEN(ERROR, "A bracket is closed."),
    AFTER_BRACKET(ERROR, "Nothing stands behind a list in brackets.", MENDED),
    BRACKETS(ADVICE, "Text stands without square brackets, which make a list.", MENDED),
    KEY_TWICE(ERROR, "A key is written once."),
    KEY_CASE(ADVICE, "A key is written as the playbook writes it.", MENDED),
    UNKNOWN_KEY(ADVICE, "A key is one that the playbook knows."),
    YAML_NO_KEYS(ERROR, "Between the --- lines stand keys, each with a colon."),
    YAML_KEY(ERROR, "A key is a plain word."),
    BACKSLASH(ERROR, "A backslash does not stand between double quotation marks."),
    CONTROL_SIGN(ERROR, "Every sign can be seen."),
    NAME_SIGN(ERROR, "Every sign in the name of a file can be seen."),
    YAML_TOO_LONG(ERROR, "A vocabulary has at most a million characters."),
    YAML_ANCHOR(ERROR, "Names with & and * are not used."),
    YAML_TOO_DEEP(ERROR, "Brackets do not stand in each other many times."),
    YAML_UNREADABLE(ERROR, "What stands between the --- lines can be read."),
    NOT_TEXT(ADVICE, "A field of text is one text."),
    NOT_A_LIST(ADVICE, "A list is a list of words."),
    NOT_FIELDS(ADVICE, "A field with fields of its own has them below it."),
    // the fields
    TITLE_MISSING(ERROR, "An entry has a title."),
    TITLE_LONG(ADVICE, "A title has at most 60 characters."),
    TITLE_PLACEHOLDER(ERROR, "A title is the writer's own."),
    SUMMARY_MISSING(ERROR, "A practice and a pathway have a summary."),
    SUMMARY_LONG(ADVICE, "A summary has at most 240 characters."),
    PRACTICES_MISSING(ERROR, "An attempt names a practice that was tried, or one that it led to."),
    RESULT_MISSING(ERROR, "An attempt says how it went."),
    RESULT_VALUE(ERROR, "A result is went-well, mixed or fell-short."),
    LESSON_MISSING(ERROR, "An attempt says what was learnt."),
    LESSON_LONG(ADVICE, "A lesson has at most 160 characters."),
    TIME_FORM(ADVICE, "A time is a number or a range with a unit, perhaps per person, or \"ongoing\"."),
    WHERE_VALUE(ADVICE, "Where is together, beforehand, afterwards or alone."),
    TIME_SPELLING(ADVICE, "A time is written as the playbook writes it.", MENDED),
    TIME_WORDS(ADVICE, "A time is written in figures.", MENDED),
    TIME_UNIT(ADVICE, "A time has a unit."),
    GROUP_FORM(ADVICE, "A group is a number, a range, or \"any\"."),
    GROUP_SPELLING(ADVICE, "A group is written as the playbook writes it.", MENDED),
    GROUP_WORDS(ADVICE, "A group is written in figures.", MENDED),
    EXPERIENCE_VALUE(ADVICE, "Experience is first-time, some or experienced."),
    STATE_VALUE(ADVICE, "A state is live, draft or retired."),
    REVIEWED_FORM(ADVICE, "A review date is a month or a day."),
    WHEN_FORM(ADVICE, "The date of an attempt is a year or a month."),
    DATE_ORDER(ADVICE, "A date begins with the year.", MENDED),
    DATE_WORDS(ADVICE, "A date is written in figures.", MENDED),
    DATE_TIME(ADVICE, "A date has no time of the day.", MENDED),
    DATE_CALENDAR(ADVICE, "A date is one of the calendar."),
    URL_FORM(ADVICE, "The address of a source begins with https://."),
    SOURCE_TITLE(ADVICE, "A source has a title."),
    SOURCE_AUTHOR(ADVICE, "A source has an author."),
    RELATED_REASON(ADVICE, "A relation says why."),
    REASON_LONG(ADVICE, "The reason of a relation has at most 120 characters."),
    STEP_PRACTICE(ERROR, "A step names a practice."),
    STEPS_NUMBER(ADVICE, "A pathway has 2 to 10 steps."),
    // names of other things
    UNKNOWN_PRACTICE(ERROR, "A practice that is named exists."),
    UNKNOWN_ATTEMPT(ERROR, "An attempt that is named exists."),
    UNKNOWN_CHALLENGE(ERROR, "A challenge is one of challenges.yml."),
    UNKNOWN_ROLE(ERROR, "A role is one of roles.yml."),
    UNKNOWN_PHASE(ERROR, "A phase is one of phases.yml."),
    UNKNOWN_LEVERAGE_POINT(ERROR, "A leverage point is one of leverage.yml."),
    UNKNOWN_TERM(ERROR, "A term is one of a vocabulary."),
    RELATED_SELF(ADVICE, "A practice is related to others."),
    REPLACED_SELF(ADVICE, "A practice is replaced by another."),
    REPLACED_LIVE(ADVICE, "Only a retired practice is replaced."),
    RETIRED_ALONE(ADVICE, "A retired practice names what came after it."),
    ATTEMPT_DRAFT(ADVICE, "A practice that was tried can be read."),
    STEP_DRAFT(ADVICE, "A step can be read."),
    STEP_TWICE(ADVICE, "A practice is a step once."),
    STEP_WHY(ADVICE, "A step says why it comes there."),
    FOLLOWS_ITSELF(ADVICE, "An attempt follows another."),
    FOLLOWS_CIRCLE(ADVICE, "One of several attempts is the first."),
    OLD_NAME(ADVICE, "A practice is named as it is called now."),
    AKA_TAKEN(ADVICE, "A name leads to one practice."),
    // the text
    HEADING_ONE(ADVICE, "The title stands in the front matter only."),
    SECTION_LEVEL(ADVICE, "A section begins with two signs #."),
    HEADING_LEVEL(ADVICE, "Headings leave out no level."),
    HEADING_SPACE(ADVICE, "A space stands after the # of a heading."),
    HEADING_BOLD(ADVICE, "A heading begins with #."),
    SECTION_TWICE(ADVICE, "A practice has one section of each kind."),
    SECTION_EMPTY(ADVICE, "A section has words."),
    SECTION_NAME(ADVICE, "A section has one of the usual names, or quite another."),
    WHAT_MISSING(ADVICE, "A practice says what to do."),
    WHEN_MISSING(ADVICE, "A practice says when to use it."),
    STEPS_LIST(ADVICE, "Steps stand in a list."),
    STEP_TIME(ADVICE, "The time of a step is a number and a unit in brackets, at the end of a line of the step."),
    TIME_SUM(ADVICE, "The steps take no longer than the practice says."),
    CODE_OPEN(ADVICE, "A block of code has an end."),
    ITEM_SPACE(ADVICE, "A space stands after the sign of an item."),
    ITEM_SIGN(ADVICE, "An item begins with a hyphen or a number.", MENDED),
    TABLE_TABS(ADVICE, "The cells of a table stand between |.", MENDED),
    STARS(ADVICE, "Stars round bold words come in pairs."),
    FOOTNOTE_MISSING(ADVICE, "A footnote that is named is written."),
    REFERENCE_MISSING(ADVICE, "A link that is named has an address."),
    TABLE_ROWS(ADVICE, "A line of dashes stands below the first row of a table."),
    FOREIGN_MARKUP(ADVICE, "A text has no signs that only other tools understand."),
    TOO_LONG(ERROR, "A text has at most a million characters."),
    TOO_DEEP(ERROR, "Quotations and lists do not stand in each other many times."),
    TOO_MUCH_WORK(ERROR, "A text can be read in reasonable time."),
    TOO_MANY_LINES(ERROR, "A text has blank lines between its paragraphs."),
    TOO_MANY_NOTES(ERROR, "A text has at most a thousand footnotes."),
    TABLE_TOO_LONG(ERROR, "A table has at most 3,000 rows and 200,000 cells."),
    COMMENT_OPEN(ERROR, "A comment has an end."),
    UNSAFE_HTML(ERROR, "HTML is of the kinds that are safe."),
    HTML_ELEMENT(ADVICE, "HTML is of the kinds that the playbook shows."),
    HTML_ATTRIBUTE(ADVICE, "Attributes of HTML are of the kinds that the playbook shows."),
    // links and images
    BROKEN_LINK(ERROR, "A link leads to something."),
    BROKEN_ANCHOR(ERROR, "A link to a heading or a term leads to one that exists."),
    MISSING_IMAGE(ERROR, "An image exists."),
    LINK_CASE(ERROR, "Capitals and small letters of a link are those of the file."),
    LINK_HTML(ERROR, "A link leads to the .md file."),
    LINK_WEB(ERROR, "An address of the web begins with https://."),
    LINK_BACKSLASH(ERROR, "Folders are joined by /."),
    DISK_LINK(ERROR, "A link does not lead to the writer's own disk."),
    LINK_EMPTY(ADVICE, "A link has an address."),
    LINK_BLANK(ADVICE, "An address has no blank."),
    LINK_GAP(ADVICE, "The two parts of a link stand together."),
    LINK_REVERSED(ADVICE, "The words of a link stand in [ ], its address in ( )."),
    UNSAFE_LINK(ERROR, "An address is of a kind that is safe."),
    OWN_SITE(ADVICE, "Links within the playbook are written as ways from file to file."),
    IMAGE_KIND(ADVICE, "An image is of a kind that browsers show."),
    OUTSIDE_IMAGE(ADVICE, "An image stands in the playbook."),
    IMAGE_DESCRIPTION(ADVICE, "An image has a description."),
    // vector images
    SVG_UNREADABLE(ERROR, "A vector image is well-formed SVG of reasonable size."),
    SVG_ELEMENT(ERROR, "A vector image has elements that draw."),
    SVG_ATTRIBUTE(ERROR, "A vector image has attributes that draw."),
    SVG_ADDRESS(ERROR, "A vector image asks for nothing outside its file."),
    SVG_STYLE(ERROR, "A vector image has style that browsers know."),
    SVG_LABEL(ERROR, "The labels of a vector image are text of SVG."),
    // vocabularies, glossary, settings
    SLUG_FORM(ERROR, "A term's short name has letters, digits and hyphens."),
    TERM_FIELDS(ERROR, "A term has a name and a definition."),
    TERM_NAME(ERROR, "A term has a name."),
    TERM_DEFINITION(ERROR, "A term has a definition."),
    BAND_VALUE(ADVICE, "A band is parameters, feedbacks, design or intent."),
    NUMBER_FORM(ADVICE, "The number of a term is a number."),
    ORDER_FORM(ADVICE, "The order of a term is a number."),
    GLOSSARY_MEANS(ERROR, "A word of the glossary is explained."),
    GLOSSARY_TWICE(ADVICE, "A word is explained once."),
    UNKNOWN_WORD(ADVICE, "A word that the glossary points to is in it."),
    ADDRESS_FORM(ADVICE, "The playbook's addresses are complete."),
    EMAIL_FORM(ADVICE, "The address for contributions is one of e-mail."),
    HOST_VALUE(ADVICE, "A host runs GitHub, GitLab or Gitea."),
    REPOSITORY_FORM(ADVICE, "The address of the repository is that of its home page.", MENDED),
    LANGUAGE_FORM(ADVICE, "The language is a short code."),
    REVIEW_AFTER_MONTHS_FORM(ADVICE, "The months until a review are a number."),
    HOST_MISSING(ADVICE, "It is known what runs the repository's host."),
    NO_ADDRESS(ADVICE, "The playbook says where on the web it will be."),
    // the bar for content
    TERMS_MISSING(ADVICE, "A practice names its challenges, roles, phases and leverage."),
    CREDIT_MISSING(ADVICE, "A practice says who wrote it and where it comes from."),
    SETTING_MISSING(ADVICE, "An attempt says among whom."),
    SHARER_MISSING(ADVICE, "An attempt says who shares it."),
    LESSON_THIN(ADVICE, "A lesson says what others can use."),
    LEARNING_MISSING(ADVICE, "A story of an attempt says what you make of it."),
    STORY_LEARNING(ADVICE, "A story says what was learnt."),
    PLACEHOLDER(ADVICE, "No words of the template are left."),
    NEAR_DUPLICATE(ADVICE, "A practice is not one that is there already."),
    ACCENT_FORM(ADVICE, "The accent is a colour in six digits."),
    FONT_FORM(ADVICE, "A font is named by its family alone."),
    HOME_VALUE(ADVICE, "The sections of the first page are those that there are."),
    DOWNLOADS_VALUE(ADVICE, "The downloads are of kinds that there are."),
    LINK_TO(ADVICE, "A link of the menu or the foot leads to something."),
    LOGO_MISSING(ADVICE, "The logo is an image that readers may get."),
    // what a change does to others
    REMOVED_LINKED(ERROR, "A text that others name is not taken away without a word."),
    REMOVED(ADVICE, "A practice that is no longer used is retired, not taken away."),
    RENAME_AKA(ERROR, "A practice with a new name answers to the old one."),
    DRAFT_ONLY(ADVICE, "A change is one that readers see."),
    // what only somebody with a clock can tell
    DATE_FUTURE(ADVICE, "A date is not after today."),
    // where the playbook is on the web
    NOBODY_ASKED(ADVICE, "The playbook says where contributions go."),
    // while another library is brought over
    LEFT_OUT(ADVICE, "A file of another library is a text that can be read."),
    ENCODING(ADVICE, "A text of another library is in UTF-8."),
    FRONT_MATTER(ADVICE, "The front matter of another library can be read."),
    TEMPLATE_LANGUAGE(ADVICE, "A text of another library has no language of templates in it."),
    LINK_NOWHERE(ADVICE, "A link of another library leads to something."),
    IMAGE_MISSING(ADVICE, "An image of another library exists."),
    SUMMARY_TAKEN(ADVICE, "A practice that is brought over has a summary of its own."),
    SUMMARY_NONE(ADVICE, "A practice that is brought over has a summary or text to take one from."),
    KEPT_AS_DATA(ADVICE, "A key of another library has a place in the playbook."),
    KEPT_IN_NOTES(ADVICE, "A value of another library is understood by the field that it becomes."),
    MAPPING_PART(ERROR, "The parts of a mapping have lines of their own."),
    MAPPING_VALUE(ERROR, "A mapping says one of the things that can be done."),
    // the files of a theme
    UNUSED_TEMPLATE(ADVICE, "A template is called like one of the program's, or another one uses it."),
    UNUSED_WORDS(ADVICE, "Words have a key that something asks for."),
    LOW_CONTRAST(ADVICE, "A colour of text or shape stands out from what is behind it, in the light and in the dark.");

    enum Mending {
        MENDED,
        LEFT
    }

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Severity severity;
    private final String asks;
    private final boolean mended;

    RuleCode(Severity severity, String asks) {
        this(severity, asks, Mending.LEFT);
    }

    RuleCode(Severity severity, String asks, Mending mending) {
        this.severity = severity;
        this.asks = asks;
        this.mended = mending == MENDED;
    }

    /** Its name, as findings carry it: {@code unknown-practice}. */
    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }

    /** What it asks for, in one sentence. */
    public String asks() {
        return asks;
    }

    /** Can {@code check --fix} mend it without guessing? */
    public boolean isMended() {
        return mended;
    }
}
