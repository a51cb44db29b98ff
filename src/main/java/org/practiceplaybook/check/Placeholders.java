package org.practiceplaybook.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Page;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.Span;

/** Words that the template put there and that still wait for the writer's own. */
final class Placeholders implements Rule {
    /** What does not count in a title, as a regular expression. */
    private static final String IGNORED = "[\\[\\]<>{}….]";

    private static final Pattern BRACKETS = Pattern.compile(IGNORED);

    /** Titles that nobody means, in small letters. */
    private static final Set<String> TITLES = Set.of(
            "title here",
            "your title",
            "your title here",
            "title",
            "name of the practice",
            "what was tried",
            "untitled",
            "todo",
            "tbd");

    /** What the bundled templates and those of the guides say; tests hold them together. */
    static final List<String> PHRASES = List.of(
            "Say what goes wrong. Then say what this practice does about it.",
            "Begin each step with its gist in bold.",
            "Say in one sentence what you learnt.",
            "Say in a sentence or two when to take this path.",
            "Say why this comes first.",
            "Say why this comes next.",
            "The moment in which it helps.",
            "When something else would serve better.",
            "How to do it, in a sentence or two.",
            "What to say to them.",
            "A question that is useful by itself?",
            "**What goes wrong.** And what to do then.",
            "Two or three sentences.",
            "What happened when you tried it.",
            "**Online.** How it changes.",
            "Name of the colleague, if they agree",
            "[Your Name]");

    /** Summaries that nobody means, in any case, as a regular expression. */
    private static final String EMPTY_SUMMARY =
            "(?:(?:todo|tbd|fixme)(?:[:….].*)?|xxx+|…|\\.{2,}|lorem ipsum.*|summary here|your summary.*)";

    private static final Pattern EMPTY_WORDS = Pattern.compile(EMPTY_SUMMARY, Pattern.CASE_INSENSITIVE);

    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        for (Entry entry : subject.entries()) {
            if (entry instanceof Page) {
                continue;
            }
            title(entry, report);
            boolean draft = entry instanceof Practice practice && practice.state() == State.DRAFT;
            if (!draft) {
                phrases(entry, report);
                summary(entry, report);
            }
        }
    }

    private static void title(Entry entry, Consumer<Diagnostic> report) {
        String title = BRACKETS.matcher(entry.title().value().toLowerCase(Locale.ROOT))
                .replaceAll("")
                .strip();
        if (TITLES.contains(title)) {
            report.accept(Diagnostic.of(
                            RuleCode.TITLE_PLACEHOLDER,
                            entry.at(entry.title().span()),
                            "this title is still the template's")
                    .effect("\"" + entry.title().value() + "\" in every list")
                    .remedy("write what it is called"));
        }
    }

    private static void phrases(Entry entry, Consumer<Diagnostic> report) {
        String text = entry.file().text();
        for (String phrase : PHRASES) {
            int at = text.indexOf(phrase);
            if (at >= 0) {
                report.accept(waiting(entry, new Span(at, at + phrase.length()), phrase));
            }
        }
    }

    private static void summary(Entry entry, Consumer<Diagnostic> report) {
        if (EMPTY_WORDS.matcher(entry.summary().value()).matches()) {
            report.accept(waiting(entry, entry.summary().span(), entry.summary().value()));
        }
    }

    private static Diagnostic waiting(Entry entry, Span span, String words) {
        return Diagnostic.of(RuleCode.PLACEHOLDER, entry.at(span), "\"" + words + "\" still waits for words")
                .effect("it as it stands")
                .remedy("write your own instead, or take it out: a shorter text is welcome");
    }
}
