package org.practiceplaybook.card;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practiceplaybook.content.Guide;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Section;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.library.Imprint;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.markdown.Item;
import org.practiceplaybook.text.FactWords;
import org.practiceplaybook.theme.Words;

/**
 * What a practice's card says, all of it plain text.
 *
 * @param facts time, where, people, experience
 * @param point its main leverage point
 * @param steps their gists, with the minutes of those that have some
 * @param minutes what the steps add up to, 0 where they say none
 * @param questions to ask oneself; the card has room for one
 * @param warnings what to watch out for, likewise
 */
record CardText(
        String title,
        String summary,
        List<FactWords.Fact> facts,
        Optional<Term> point,
        List<String> steps,
        int minutes,
        List<String> questions,
        List<String> warnings) {
    /** Its end is left out, unless it asks or calls. A dot behind a single letter ends none. */
    private static final Pattern SENTENCE =
            Pattern.compile("^(.{12,}?(?:[!?…]|\\p{L}{2}(?=\\.)|[)”»\\d](?=\\.)))\\.?[\"”»)]*\\s+(?=[\\p{Lu}\"“«(])");

    private static final CardText NOTHING =
            new CardText("", "", List.of(), Optional.empty(), List.of(), 0, List.of(), List.of());

    CardText {
        facts = List.copyOf(facts);
        steps = List.copyOf(steps);
        questions = List.copyOf(questions);
        warnings = List.copyOf(warnings);
    }

    static CardText of(Practice practice, Library library, FactWords words) {
        List<Section> sections = Section.of(practice.body(), words.words().sections());
        List<Guide.Step> steps = Guide.of(sections).steps();
        return new CardText(
                practice.title().value(),
                practice.summary().value(),
                words.of(practice),
                library.terms(Taxonomy.LEVERAGE, practice).stream().findFirst(),
                steps.stream()
                        .filter(step -> !step.line().isBlank())
                        .map(step -> step.minutes() == 0
                                ? gist(step)
                                : gist(step) + " ("
                                        + words.minutes(step.minutes()).replace(' ', '\u00A0') + ")")
                        .toList(),
                steps.stream().mapToInt(Guide.Step::minutes).sum(),
                said(sections, SectionKind.ASK),
                said(sections, SectionKind.WATCH));
    }

    /** The bold words at the beginning of a step, else its first sentence. */
    private static String gist(Guide.Step step) {
        Matcher sentence = SENTENCE.matcher(step.line());
        return step.title().isEmpty() && sentence.find() ? sentence.group(1) : step.line();
    }

    /** The first lines of a section's items; where it has none, its own first line. */
    private static List<String> said(List<Section> sections, SectionKind kind) {
        return sections.stream()
                .filter(section -> section.kind() == kind)
                .map(Section::content)
                .flatMap(content -> {
                    List<Item> items = Body.items(content);
                    return items.isEmpty() ? Stream.of(new Item(content)) : items.stream();
                })
                .map(item -> item.firstLine().strip())
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    /** By what a card is told from a newer one: six hexadecimal digits of a checksum of all that it may say. */
    String mark() {
        return Imprint.mark(parts().values().stream().flatMap(List::stream).toList());
    }

    /** The mark and two digits of that of each part, so that a page can say to the holder of a card what is another. */
    String marks() {
        return parts().values().stream()
                .map(part -> Imprint.mark(part).substring(0, 2))
                .collect(Collectors.joining("", mark(), ""));
    }

    /** The parts that a card has, as the words call them ({@code cards.part}), and what they say. */
    private Map<String, List<String>> parts() {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("title", List.of(title));
        parts.put("summary", List.of(summary));
        parts.put(
                "facts",
                facts.stream()
                        .flatMap(fact -> Stream.of(fact.label(), fact.value()))
                        .toList());
        parts.put("point", point.stream().map(Term::name).toList());
        parts.put("steps", steps);
        parts.put("question", questions.stream().limit(1).toList());
        parts.put("warning", warnings.stream().limit(1).toList());
        return parts;
    }

    /** What the parts are called, in their order. */
    static List<String> partNames(Words words) {
        return NOTHING.parts().keySet().stream()
                .map(part -> words.get("cards.part." + part))
                .toList();
    }
}
