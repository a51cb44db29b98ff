package org.practiceplaybook.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.practiceplaybook.source.Severity;

/**
 * The names of all rules, those of reading included, with what each asks. Names are stable: scripts, workflows and editors
 * know findings by them.
 */
public final class RuleBook {
    private static final List<Entry> ENTRIES = List.of(
            // the folder and its files
            error("empty", "A playbook has at least one entry."),
            advice("misplaced", "A text stands in a folder that is read."),
            error("wrong-folder", "An entry stands in the folder of its kind."),
            error("slug-twice", "No two files have one address."),
            advice("file-name", "A file is called by small letters, digits and hyphens."),
            advice("file-end", "A text's name ends in .md."),
            advice("not-read", "A text in a folder of entries can be read."),
            error("not-utf8", "A text is in UTF-8."),
            error("utf-16", "A text is in UTF-8, not in UTF-16."),
            mendedAdvice("byte-order-mark", "A text begins with its first letter, not with an invisible sign."),
            mendedAdvice("line-ends", "The lines of all files end in one way."),
            // the --- lines and what stands between them
            error("fence-missing", "The keys of an entry stand between two --- lines."),
            mendedError("fence-form", "The lines before and after the keys are three hyphens."),
            error("fence-late", "The first --- line is the first line of the file."),
            error("front-matter-long", "What is long stands below the second --- line."),
            mendedError("tab", "No tab stands before a key."),
            mendedError("indent", "A key begins where its fellows do."),
            mendedError("colon", "Text with a colon stands in quotation marks."),
            mendedAdvice("colon-item", "An item with a colon stands in quotation marks."),
            error("no-colon", "A colon stands after a key."),
            error("second-line", "A text that goes on in the next line is indented there."),
            mendedError("no-space", "A space stands after a colon and after a dash."),
            mendedAdvice("item-joined", "An item stands below the one above it."),
            mendedAdvice("dash-space", "A space stands after the dash of an item."),
            mendedError("special-start", "A value that begins with a special sign stands in quotation marks."),
            advice("hash", "A # after a blank begins a note, so a text with one stands in quotation marks."),
            error("hash-start", "A text that begins with # stands in quotation marks."),
            error("quote-open", "A quotation mark is closed."),
            error("quote-inside", "Quotation marks inside quotation marks are of another kind."),
            mendedAdvice("curly-quotes", "Quotation marks round a value are straight ones."),
            error("bracket-open", "A bracket is closed."),
            mendedError("after-bracket", "Nothing stands behind a list in brackets."),
            mendedAdvice("brackets", "Text stands without square brackets, which make a list."),
            error("key-twice", "A key is written once."),
            mendedAdvice("key-case", "A key is written as the playbook writes it."),
            advice("unknown-key", "A key is one that the playbook knows."),
            error("yaml-no-keys", "Between the --- lines stand keys, each with a colon."),
            error("yaml-key", "A key is a plain word."),
            error("backslash", "A backslash does not stand between double quotation marks."),
            error("control-sign", "Every sign can be seen."),
            error("yaml-too-long", "A vocabulary has at most a million characters."),
            error("yaml-anchor", "Names with & and * are not used."),
            error("yaml-too-deep", "Brackets do not stand in each other many times."),
            error("yaml-unreadable", "What stands between the --- lines can be read."),
            advice("not-text", "A field of text is one text."),
            advice("not-a-list", "A list is a list of words."),
            advice("not-fields", "A field with fields of its own has them below it."),
            // the fields
            error("title-missing", "An entry has a title."),
            advice("title-long", "A title has at most 60 characters."),
            error("title-placeholder", "A title is the writer's own."),
            error("summary-missing", "A practice and a pathway have a summary."),
            advice("summary-long", "A summary has at most 240 characters."),
            error("practices-missing", "An attempt names the practice that was tried."),
            error("result-missing", "An attempt says how it went."),
            error("result-value", "A result is went-well, mixed or fell-short."),
            error("lesson-missing", "An attempt says what was learnt."),
            advice("lesson-long", "A lesson has at most 160 characters."),
            advice("time-form", "A time is a number or a range with a unit, or \"ongoing\"."),
            mendedAdvice("time-spelling", "A time is written as the playbook writes it."),
            mendedAdvice("time-words", "A time is written in figures."),
            advice("time-unit", "A time has a unit."),
            advice("group-form", "A group is a number, a range, or \"any\"."),
            mendedAdvice("group-spelling", "A group is written as the playbook writes it."),
            mendedAdvice("group-words", "A group is written in figures."),
            advice("experience-value", "Experience is first-time, some or experienced."),
            advice("state-value", "A state is live, draft or retired."),
            advice("reviewed-form", "A review date is a month or a day."),
            advice("when-form", "The date of an attempt is a year or a month."),
            mendedAdvice("date-order", "A date begins with the year."),
            mendedAdvice("date-words", "A date is written in figures."),
            mendedAdvice("date-time", "A date has no time of the day."),
            advice("date-calendar", "A date is one of the calendar."),
            advice("url-form", "The address of a source begins with https://."),
            advice("source-title", "A source has a title."),
            advice("source-author", "A source has an author."),
            advice("related-reason", "A relation says why."),
            advice("reason-long", "The reason of a relation has at most 120 characters."),
            error("step-practice", "A step names a practice."),
            advice("steps-number", "A pathway has 2 to 10 steps."),
            // names of other things
            error("unknown-practice", "A practice that is named exists."),
            error("unknown-attempt", "An attempt that is named exists."),
            error("unknown-challenge", "A challenge is one of challenges.yml."),
            error("unknown-role", "A role is one of roles.yml."),
            error("unknown-phase", "A phase is one of phases.yml."),
            error("unknown-leverage-point", "A leverage point is one of leverage.yml."),
            error("unknown-term", "A term is one of a vocabulary."),
            advice("related-self", "A practice is related to others."),
            advice("replaced-self", "A practice is replaced by another."),
            advice("replaced-live", "Only a retired practice is replaced."),
            advice("retired-alone", "A retired practice names what came after it."),
            advice("attempt-draft", "A practice that was tried can be read."),
            advice("step-draft", "A step can be read."),
            advice("step-twice", "A practice is a step once."),
            advice("step-why", "A step says why it comes there."),
            advice("follows-itself", "An attempt follows another."),
            advice("follows-circle", "One of several attempts is the first."),
            advice("old-name", "A practice is named as it is called now."),
            advice("aka-taken", "A name leads to one practice."),
            // the text
            advice("heading-one", "The title stands in the front matter only."),
            advice("heading-level", "Headings leave out no level."),
            advice("heading-space", "A space stands after the # of a heading."),
            advice("heading-bold", "A heading begins with #."),
            advice("section-twice", "A practice has one section of each kind."),
            advice("section-empty", "A section has words."),
            advice("section-name", "A section has one of the usual names, or quite another."),
            advice("what-missing", "A practice says what to do."),
            advice("when-missing", "A practice says when to use it."),
            advice("steps-list", "Steps stand in a list."),
            advice("time-sum", "The steps take no longer than the practice says."),
            advice("code-open", "A block of code has an end."),
            advice("item-space", "A space stands after the sign of an item."),
            advice("stars", "Stars round bold words come in pairs."),
            advice("footnote-missing", "A footnote that is named is written."),
            advice("reference-missing", "A link that is named has an address."),
            error("too-long", "A text has at most a million characters."),
            error("too-deep", "Quotations and lists do not stand in each other many times."),
            error("too-much-work", "A text can be read in reasonable time."),
            error("too-many-lines", "A text has blank lines between its paragraphs."),
            error("too-many-notes", "A text has at most a thousand footnotes."),
            error("table-too-long", "A table has at most 3,000 rows and 200,000 cells."),
            error("unsafe-html", "HTML is of the kinds that are safe."),
            error("comment-open", "A comment has an end."),
            advice("html-element", "HTML is of the kinds that the playbook shows."),
            advice("html-attribute", "Attributes of HTML are of the kinds that the playbook shows."),
            // links and images
            error("broken-link", "A link leads to something."),
            error("broken-anchor", "A link to a heading or a term leads to one that exists."),
            error("missing-image", "An image exists."),
            error("link-case", "Capitals and small letters of a link are those of the file."),
            error("link-html", "A link leads to the .md file."),
            error("link-web", "An address of the web begins with https://."),
            error("link-backslash", "Folders are joined by /."),
            error("disk-link", "A link does not lead to the writer's own disk."),
            advice("link-empty", "A link has an address."),
            advice("link-blank", "An address has no blank."),
            advice("link-gap", "The two parts of a link stand together."),
            advice("link-reversed", "The words of a link stand in [ ], its address in ( )."),
            error("unsafe-link", "An address is of a kind that is safe."),
            advice("own-site", "Links within the playbook are written as ways from file to file."),
            advice("outside-image", "An image stands in the playbook."),
            advice("image-description", "An image has a description."),
            // vocabularies, glossary, settings
            error("slug-form", "A term's short name has letters, digits and hyphens."),
            error("term-fields", "A term has a name and a definition."),
            error("term-name", "A term has a name."),
            error("term-definition", "A term has a definition."),
            advice("band-value", "A band is parameters, feedbacks, design or intent."),
            advice("number-form", "The number of a term is a number."),
            advice("order-form", "The order of a term is a number."),
            error("glossary-means", "A word of the glossary is explained."),
            advice("glossary-twice", "A word is explained once."),
            advice("unknown-word", "A word that the glossary points to is in it."),
            advice("address-form", "The playbook's addresses are complete."),
            mendedAdvice("repository-form", "The address of the repository is that of its home page."),
            advice("language-form", "The language is a short code."),
            advice("review_after_months-form", "The months until a review are a number."),
            advice("host-missing", "It is known what runs the repository's host."),
            advice("no-address", "The playbook says where on the web it will be."),
            // the bar for content
            advice("terms-missing", "A practice names its challenges, roles, phases and leverage."),
            advice("credit-missing", "A practice says who wrote it and where it comes from."),
            advice("setting-missing", "An attempt says among whom."),
            advice("sharer-missing", "An attempt says who shares it."),
            advice("lesson-thin", "A lesson says what others can use."),
            advice("learning-missing", "A story of an attempt says what you make of it."),
            advice("story-learning", "A story says what was learnt."),
            advice("placeholder", "No words of the template are left."),
            advice("near-duplicate", "A practice is not one that is there already."),
            // what a change does to others
            error("removed-linked", "A practice that others name is not taken away without a word."),
            advice("rename-aka", "A practice with a new name answers to the old one."));

    private static final Map<String, Entry> BY_ID =
            ENTRIES.stream().collect(Collectors.toUnmodifiableMap(Entry::id, Function.identity()));

    private RuleBook() {}

    /**
     * A rule.
     *
     * @param id its name, as findings carry it
     * @param severity what a finding weighs
     * @param asks what it asks for, in one sentence
     * @param mended can {@code check --fix} mend it without guessing?
     */
    public record Entry(String id, Severity severity, String asks, boolean mended) {}

    private static Entry error(String id, String asks) {
        return new Entry(id, Severity.ERROR, asks, false);
    }

    private static Entry advice(String id, String asks) {
        return new Entry(id, Severity.ADVICE, asks, false);
    }

    private static Entry mendedError(String id, String asks) {
        return new Entry(id, Severity.ERROR, asks, true);
    }

    private static Entry mendedAdvice(String id, String asks) {
        return new Entry(id, Severity.ADVICE, asks, true);
    }

    /** All rules, by what they are about. */
    public static List<Entry> all() {
        return ENTRIES;
    }

    public static Optional<Entry> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
