package org.practiceplaybook.check;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.content.SectionNames;
import org.practiceplaybook.markdown.Heading;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Edit;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.Span;

/** Headings that leave out a level, and bold lines that were meant as headings. Handbook pages keep their own ways. */
final class Headings implements Rule {
    /** A line of bold words, as a regular expression. */
    private static final String BOLD = "^(?:\\*\\*|__)([^*_\\n]{3,60}?):?(?:\\*\\*|__):?[ \\t]*\\r?$";

    private static final Pattern BOLD_LINE = Pattern.compile(BOLD, Pattern.MULTILINE);

    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        Stream.of(
                        subject.content().practices(),
                        subject.content().attempts(),
                        subject.content().pathways())
                .flatMap(kind -> kind.stream().map(Entry.class::cast))
                .forEach(entry -> {
                    firstLevel(entry, subject.names(), report);
                    levels(entry, report);
                    boldLines(entry, subject.names(), report);
                });
    }

    /** A heading of the first level that is not the title. */
    private static void firstLevel(Entry entry, SectionNames names, Consumer<Diagnostic> report) {
        List<Heading> headings = entry.body().parts().stream()
                .flatMap(part -> part.heading().stream())
                .toList();
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            if (heading.level() != 1) {
                continue;
            }
            boolean parts = entry.body().isRaised()
                    && i + 1 < headings.size()
                    && headings.get(i + 1).level() > 1
                    && names.kind(headings.get(i + 1).text()) == SectionKind.OTHER;
            Span line = entry.file().lineAt(heading.span().start());
            boolean underlined = entry.file().slice(line).indexOf('#') < 0;
            Diagnostic advice = Diagnostic.of(
                            RuleCode.SECTION_LEVEL,
                            entry.at(heading.span()),
                            "a section begins with two signs #, this one with one")
                    .effect("a section all the same; other programs show it as a second title")
                    .remedy(
                            underlined
                                    ? "underline it with --- instead of ==="
                                    : parts ? "put one more # before the headings within it, too" : "");
            int sign = line.start() + entry.file().slice(line).indexOf('#');
            report.accept(underlined ? advice : advice.edit(new Edit(new Span(sign, sign), "#")));
        }
    }

    private static void levels(Entry entry, Consumer<Diagnostic> report) {
        int before = 1;
        for (Heading heading : entry.body().headings()) {
            if (entry.body().title().filter(heading::equals).isPresent()) {
                continue;
            }
            if (heading.level() > before + 1) {
                String wanted = "#".repeat(before + 1);
                report.accept(Diagnostic.of(
                                RuleCode.HEADING_LEVEL,
                                entry.at(heading.span()),
                                before == 1
                                        ? "the first heading has " + heading.level()
                                                + " signs #, where sections have two"
                                        : "this heading leaves out a level: " + before + " signs # and then "
                                                + heading.level())
                        .effect("it smaller than it is meant; those who listen are told that something is missing")
                        .remedy("begin the line with " + wanted + " and a space"));
            }
            before = heading.level();
        }
    }

    private static void boldLines(Entry entry, SectionNames names, Consumer<Diagnostic> report) {
        String text = entry.file().text();
        Matcher bold = BOLD_LINE.matcher(text);
        for (int line = 0; line < text.length(); line = lineAfter(text, line)) {
            boolean begins = text.startsWith("**", line) || text.startsWith("__", line);
            if (!begins || !bold.region(line, text.length()).lookingAt()) {
                continue;
            }
            String words = bold.group(1).strip();
            if (names.kind(words) != SectionKind.OTHER) {
                Span whole = new Span(
                        bold.start(),
                        bold.start() + bold.group().stripTrailing().length());
                report.accept(Diagnostic.of(
                                RuleCode.HEADING_BOLD, entry.at(whole), "\"" + words + "\" is bold text, not a heading")
                        .effect("bold words in the running text; the section is not found by its name")
                        .remedy("begin the line with two signs # and a space")
                        .edit(new Edit(whole, "## " + words)));
            }
        }
    }

    private static int lineAfter(String text, int line) {
        int end = text.indexOf('\n', line);
        return end < 0 ? text.length() : end + 1;
    }
}
