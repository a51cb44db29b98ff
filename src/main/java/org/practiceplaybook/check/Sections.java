package org.practiceplaybook.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.content.Agenda;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Section;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.content.SectionNames;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.content.value.TimeRange;
import org.practiceplaybook.source.Closest;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.Span;

/** What the sections of a practice or an attempt could be better at. Drafts are left in peace. */
final class Sections implements Rule {
    /** Headings shorter than this are too easily taken for another. */
    private static final int SHORTEST_TO_GUESS = 5;

    /** From this length on a heading may have two slips, else one. */
    private static final int LONG_TO_GUESS = 10;

    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        Closest ofPractice = usual(SectionKind.OF_PRACTICE, subject.names());
        Closest ofAttempt = usual(SectionKind.OF_ATTEMPT, subject.names());
        for (Practice practice : subject.content().practices()) {
            if (practice.state() == State.LIVE && !practice.isStub()) {
                List<Section> sections = subject.sections(practice);
                each(practice, sections, ofPractice, report);
                whole(practice, sections, subject.names(), report);
            }
        }
        for (Attempt attempt : subject.content().attempts()) {
            each(attempt, subject.sections(attempt), ofAttempt, report);
        }
    }

    private static Closest usual(List<SectionKind> kinds, SectionNames names) {
        return Closest.among(kinds.stream()
                .map(kind -> names.usual(kind).toLowerCase(Locale.ROOT))
                .toList());
    }

    private static void each(Entry entry, List<Section> sections, Closest known, Consumer<Diagnostic> report) {
        Set<SectionKind> seen = EnumSet.noneOf(SectionKind.class);
        for (Section section : sections) {
            if (section.heading().isEmpty()) {
                continue;
            }
            String heading = section.heading().get().text();
            Span span = section.heading().get().span();
            if (section.parts().stream().allMatch(part -> part.content().isBlank())) {
                report.accept(Diagnostic.of(
                                RuleCode.SECTION_EMPTY,
                                entry.at(span),
                                "nothing is written below \"" + heading + "\" yet")
                        .effect("a heading with nothing below it")
                        .remedy("write a sentence or two, or take the heading out: it can come later"));
            }
            if (section.kind() != SectionKind.OTHER && !seen.add(section.kind())) {
                report.accept(Diagnostic.of(
                                RuleCode.SECTION_TWICE,
                                entry.at(span),
                                "there is a section of the kind of \"" + heading + "\" already")
                        .effect("two of them, and only the first on cards and run sheets")
                        .remedy("put the two together, or give this one a heading of its own"));
            }
            if (section.kind() == SectionKind.OTHER && heading.length() >= SHORTEST_TO_GUESS) {
                misspelt(heading, known)
                        .ifPresent(name -> report.accept(Diagnostic.of(
                                        RuleCode.SECTION_NAME,
                                        entry.at(span),
                                        "no section is usually called \"" + heading + "\"")
                                .label("did you mean \"" + name + "\"?")
                                .effect("the section, without the place and look that it has elsewhere")
                                .replaceBy(name)));
            }
        }
    }

    private static Optional<String> misspelt(String heading, Closest known) {
        Optional<String> near = known.within(heading, heading.length() < LONG_TO_GUESS ? 1 : 2);
        return near.filter(name -> !name.equalsIgnoreCase(heading))
                .map(name -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }

    private static void whole(
            Practice practice, List<Section> sections, SectionNames names, Consumer<Diagnostic> report) {
        String usualWhat = names.usual(SectionKind.WHAT);
        String usualWhen = names.usual(SectionKind.WHEN);
        boolean named = sections.stream().anyMatch(section -> section.kind() != SectionKind.OTHER);
        Optional<Section> what = sections.stream()
                .filter(section -> section.kind() == SectionKind.WHAT)
                .findFirst();
        if (what.isEmpty()) {
            report.accept(Diagnostic.of(
                            RuleCode.WHAT_MISSING,
                            practice.at(practice.title().span()),
                            named
                                    ? "a section \"" + usualWhat + "\" would let people begin"
                                    : "none of the usual sections is here, such as \"" + usualWhat + "\"")
                    .effect("an empty card, and no steps to follow")
                    .remedy("add a line \"## " + usualWhat + "\" and a numbered list below it"));
            return;
        }
        if (sections.stream().noneMatch(section -> section.kind() == SectionKind.WHEN)) {
            report.accept(Diagnostic.of(
                            RuleCode.WHEN_MISSING,
                            practice.at(practice.title().span()),
                            "a section \"" + usualWhen + "\" would help people to choose")
                    .effect("what to do, and not when it is worth it")
                    .remedy("add a line \"## " + usualWhen + "\" and a sentence or two below it"));
        }
        Agenda agenda = Agenda.of(what.get());
        Span heading = what.get().heading().orElseThrow().span();
        boolean filled =
                what.get().parts().stream().anyMatch(part -> !part.content().isBlank());
        boolean told = practice.body().diagnostics().stream().anyMatch(found -> found.rule() == RuleCode.ITEM_SIGN);
        if (agenda.steps().isEmpty() && filled && !told) {
            report.accept(
                    Diagnostic.of(RuleCode.STEPS_LIST, practice.at(heading), "steps in a list can be printed on a card")
                            .effect("the text, and a card without steps")
                            .remedy("begin each step with its number: 1. **Its gist in bold.** And how to do it."));
        }
        stepTimes(practice, agenda, what.get(), report);
        practice.time()
                .filter(TimeRange::isSession)
                .filter(time -> agenda.minutes() > time.highMinutes())
                .ifPresent(time -> report.accept(Diagnostic.of(
                                RuleCode.TIME_SUM,
                                practice.at(heading),
                                "the steps add up to " + agenda.minutes() + " min, and the practice says "
                                        + time.canonical())
                        .effect("two times that do not agree")
                        .remedy("change the time between the --- lines, or the minutes of a step")));
    }

    /** Where it stands from an offset on, in brackets or without; empty where that cannot be told. */
    private static Optional<Span> place(String text, Agenda.Doubt doubt, int from) {
        Matcher written = asTyped(doubt.written()).matcher(text);
        Optional<Span> first = Optional.empty();
        for (int at = from; at <= text.length() && written.find(at); at = written.start() + 1) {
            Span found = new Span(written.start(), written.end());
            if (isInBrackets(text, found.start()) != (doubt.why() == Agenda.Why.BARE)) {
                return Optional.of(found);
            }
            first = first.or(() -> Optional.of(found));
        }
        return first;
    }

    private static boolean isInBrackets(String text, int at) {
        for (int i = at - 1; i >= 0 && text.charAt(i) != '\n'; i--) {
            if (")]）".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
            if ("([（".indexOf(text.charAt(i)) >= 0) {
                int close = text.indexOf("](", at);
                int end = text.indexOf('\n', at);
                return text.charAt(i) != '[' || close < 0 || end >= 0 && end < close;
            }
        }
        return false;
    }

    /** What a page shows of a text may have other quotation marks, hyphens and blanks than it. */
    private static Pattern asTyped(String shown) {
        StringBuilder typed = new StringBuilder("(?<![\\p{L}\\p{Nd}])");
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            boolean blank = Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f';
            typed.append(
                    blank
                            ? "[\\s\u00a0\u202f]+"
                            : "'’‘".indexOf(c) >= 0
                                    ? "['’‘]"
                                    : "\"”“".indexOf(c) >= 0
                                            ? "[\"”“]"
                                            : "–—-".indexOf(c) >= 0
                                                    ? "[–—-]{1,3}"
                                                    : Character.isLetterOrDigit(c) ? c : "\\" + c);
        }
        return Pattern.compile(typed.toString());
    }

    private static void stepTimes(Practice practice, Agenda agenda, Section what, Consumer<Diagnostic> report) {
        String text = practice.file().text();
        Span heading = what.heading().orElseThrow().span();
        int at = heading.end();
        for (Agenda.Doubt doubt : agenda.doubts()) {
            Optional<Span> place = place(text, doubt, at);
            Span span = place.orElse(heading);
            at = place.map(Span::end).orElse(at);
            String quoted = "\"" + doubt.written() + "\"";
            String message = switch (doubt.why()) {
                case NO_TIME -> quoted + " is no time that can be added up";
                case NO_UNIT -> quoted + " is not counted, for it has no unit";
                case AMID -> quoted + " is not counted, for it stands within a sentence or in a part of a step";
                case BARE -> quoted + " is not counted, for it stands without brackets";
            };
            String remedy = switch (doubt.why()) {
                case NO_TIME -> "write a number and its unit alone in the brackets, such as (10 min) or (1.5 h)";
                case NO_UNIT ->
                    "if it is a time, write "
                            + (doubt.written().indexOf(':') < 0
                                    ? "its unit: (" + doubt.written() + " min)"
                                    : "how long it takes, such as (10 min)")
                            + "; if not, say what it counts";
                case AMID -> "put it at the end of the step's first line, or take its brackets away";
                case BARE -> "put it in brackets at the end of the line: (" + doubt.written() + ")";
            };
            report.accept(Diagnostic.of(RuleCode.STEP_TIME, practice.at(span), message)
                    .effect("the words as they stand, and a sum without them")
                    .remedy(remedy));
        }
    }
}
