package org.practiceplaybook.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Section;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.markdown.Heading;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Place;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.text.FactWords;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.work.Workers;

/** What there is no room for on a practice's card. */
public final class CardAdvice {
    private CardAdvice() {}

    /** All advice on the cards of a playbook, by file and place. */
    public static List<Diagnostic> of(Content content, Library library, Theme theme, Workers workers) {
        CardFit fit = CardFit.of(theme, theme.sheet(content.settings().look()));
        if (!fit.isKnown()) {
            return List.of();
        }
        FactWords words = new FactWords(theme.words());
        List<Diagnostic> found = new ArrayList<>();
        workers.map(
                        content.practices().stream()
                                .filter(practice -> practice.state() == State.LIVE && !practice.isStub())
                                .toList(),
                        practice -> of(practice, CardText.of(practice, library, words), fit, words))
                .forEach(found::addAll);
        found.sort(Diagnostic.ORDER);
        return found;
    }

    private static List<Diagnostic> of(Practice practice, CardText text, CardFit fit, FactWords words) {
        CardFit.Shown shown = fit.shown(text);
        List<Diagnostic> found = new ArrayList<>();
        for (Map.Entry<CardFit.Part, Integer> part : shown.tooMany().entrySet()) {
            int many = part.getValue();
            String characters = many + (many == 1 ? " character" : " characters");
            found.add(
                    switch (part.getKey()) {
                        case TITLE ->
                            advice(
                                    practice.at(practice.title().span()),
                                    "the title is " + characters + " too long for its card",
                                    "on the printed card the title ends in dots",
                                    "shorten the title; what it loses can go into the summary");
                        case SUMMARY ->
                            advice(
                                    practice.at(practice.summary().span()),
                                    "the summary is " + characters + " too long for its card",
                                    "on the printed card the summary ends in dots",
                                    "shorten the summary; what it loses can go into the text");
                        case STEPS ->
                            advice(
                                    place(practice, SectionKind.WHAT, words),
                                    section(practice, SectionKind.WHAT, words) + " is " + characters
                                            + " too long for its card, which has room for " + shown.steps() + " of its "
                                            + text.steps().size() + " steps",
                                    "on the printed card the last steps are missing, and a line says how many",
                                    "begin each step with a few words in bold, which stand on the card alone, or join"
                                            + " steps that belong together");
                        case ASK -> said(practice, SectionKind.ASK, characters, "question", words);
                        case WATCH -> said(practice, SectionKind.WATCH, characters, "point", words);
                    });
        }
        return found;
    }

    private static Diagnostic said(
            Practice practice, SectionKind kind, String characters, String what, FactWords words) {
        return advice(
                place(practice, kind, words),
                "no " + what + " of " + section(practice, kind, words) + " is short enough for its card; the first is "
                        + characters + " too long",
                "on the printed card this " + what + " ends in dots",
                "write at least one " + what + " in fewer words; the card takes the first that fits");
    }

    private static Diagnostic advice(Place place, String message, String effect, String remedy) {
        return Diagnostic.of(RuleCode.CARD_FIT, place, message).effect(effect).remedy(remedy);
    }

    private static Optional<Heading> heading(Practice practice, SectionKind kind, FactWords words) {
        return Section.of(practice.body(), words.words().sections()).stream()
                .filter(section -> section.kind() == kind)
                .findFirst()
                .flatMap(Section::heading);
    }

    private static Place place(Practice practice, SectionKind kind, FactWords words) {
        return practice.at(heading(practice, kind, words)
                .map(Heading::span)
                .orElse(practice.title().span()));
    }

    private static String section(Practice practice, SectionKind kind, FactWords words) {
        return heading(practice, kind, words)
                .map(heading -> "\"" + heading.text() + "\"")
                .orElse("the text");
    }
}
