package org.practiceplaybook.check;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Section;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.library.LinkEnd;
import org.practiceplaybook.markdown.Part;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;

/** A story is told for what was learnt; where it says nothing of that, a kind question asks for it. */
final class AttemptLessons implements Rule {
    /** Words from which a story is long enough to say what was learnt. */
    private static final int SHORTEST_STORY = 25;

    /** Words below which a lesson says too little. */
    private static final int FEWEST_WORDS = 3;

    /** English words by which a story says what was learnt, in any case, as a regular expression. */
    private static final String LEARNT_WORDS =
            "\\b(?:learn\\w*|lesson\\w*|reali[sz]\\w*|notic\\w*|underst\\w*|discover\\w*"
                    + "|saw|found|next time|since|now|would|chang\\w*|differen\\w*|because|therefore|led to|help\\w*|work(?:s|ed)"
                    + "|instead|effect\\w*|result\\w*|cost\\w*|turned out|came of|taught|surpris\\w*)\\b";

    private static final List<SectionKind> LEARNING =
            List.of(SectionKind.REASONS, SectionKind.NEXT, SectionKind.COLLEAGUE);

    /** Thai, Hiragana, Katakana, Chinese characters. */
    private static final Pattern WITHOUT_BLANKS =
            Pattern.compile("[\u0e00-\u0e7f\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]");

    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{Nd}\\p{Nl}\\p{No}]+");
    private static final Pattern LEARNT = Pattern.compile(LEARNT_WORDS, Pattern.CASE_INSENSITIVE);

    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        for (Attempt attempt : subject.content().attempts()) {
            lesson(attempt, report);
            account(subject, attempt, report);
        }
        if (subject.content().settings().language().startsWith("en")) {
            for (Practice practice : subject.content().practices()) {
                if (practice.state() == State.LIVE) {
                    story(subject, practice, report);
                }
            }
        }
    }

    private static void lesson(Attempt attempt, Consumer<Diagnostic> report) {
        String lesson = attempt.lesson().value();
        boolean short_ =
                words(lesson) < FEWEST_WORDS && !WITHOUT_BLANKS.matcher(lesson).find();
        boolean same = plain(lesson).equals(plain(attempt.title().value()));
        if (!lesson.isEmpty() && (short_ || same)) {
            report.accept(Diagnostic.of(
                            RuleCode.LESSON_THIN,
                            attempt.at(attempt.lesson().span()),
                            same
                                    ? "the lesson says the same as the title"
                                    : "the lesson \"" + lesson + "\" leaves others guessing")
                    .effect("how it went, and not what they could do with it")
                    .remedy("what would you do again, or otherwise? One sentence is enough"));
        }
    }

    /** What happened is told, and neither why nor what comes next. */
    private static void account(CheckContext subject, Attempt attempt, Consumer<Diagnostic> report) {
        List<Section> sections = subject.sections(attempt);
        Section happened = filled(sections, SectionKind.HAPPENED);
        boolean thought = LEARNING.stream().anyMatch(kind -> filled(sections, kind) != null);
        boolean own = sections.stream()
                .anyMatch(section -> section.heading().isPresent() && !SectionKind.OF_ATTEMPT.contains(section.kind()));
        if (happened != null && !thought && !own) {
            report.accept(Diagnostic.of(
                            RuleCode.LEARNING_MISSING,
                            attempt.at(happened.heading().orElseThrow().span()),
                            "the story tells what happened, and not yet what you make of it")
                    .effect("the event without the learning")
                    .remedy("add \"## " + subject.names().usual(SectionKind.REASONS) + "\" or \"## "
                            + subject.names().usual(SectionKind.NEXT) + "\"; a guess is welcome"));
        }
    }

    private static Section filled(List<Section> sections, SectionKind kind) {
        return sections.stream()
                .filter(section -> section.kind() == kind)
                .filter(section -> section.parts().stream()
                        .anyMatch(part -> !part.content().isBlank()))
                .findFirst()
                .orElse(null);
    }

    private static void story(CheckContext subject, Practice practice, Consumer<Diagnostic> report) {
        List<Section> stories = subject.sections(practice).stream()
                .filter(section -> section.kind() == SectionKind.STORY)
                .toList();
        if (stories.isEmpty() || leadsToAttempt(subject, practice)) {
            return;
        }
        for (Section story : stories) {
            String text =
                    String.join(" ", story.parts().stream().map(Part::text).toList());
            if (words(text) >= SHORTEST_STORY && !saysWhatWasLearnt(text)) {
                report.accept(Diagnostic.of(
                                RuleCode.STORY_LEARNING,
                                practice.at(story.heading().orElseThrow().span()),
                                "what did the people in this story learn?")
                        .effect("what happened, and not what came of it")
                        .remedy("add a sentence on what changed, or link to an attempt that says it"));
            }
        }
    }

    /** Tries the expression only where a word begins: at every sign it would take ten times as long. */
    private static boolean saysWhatWasLearnt(String text) {
        Matcher learnt = LEARNT.matcher(text).useTransparentBounds(true);
        boolean within = false;
        for (int i = 0; i < text.length(); i++) {
            boolean letter = Character.isLetter(text.charAt(i));
            if (letter && !within && learnt.region(i, text.length()).lookingAt()) {
                return true;
            }
            within = letter;
        }
        return false;
    }

    private static boolean leadsToAttempt(CheckContext subject, Practice practice) {
        return subject.library().linksOf(practice).stream()
                .anyMatch(end ->
                        end instanceof LinkEnd.Inside inside && inside.path().startsWith("attempts/"));
    }

    private static int words(String text) {
        int words = 0;
        boolean within = false;
        for (char c : text.strip().toCharArray()) {
            boolean blank = c == ' ' || c >= '\t' && c <= '\r';
            words += blank || within ? 0 : 1;
            within = !blank;
        }
        return words;
    }

    private static String plain(String text) {
        return NOT_A_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
