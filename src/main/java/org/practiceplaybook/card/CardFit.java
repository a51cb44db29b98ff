package org.practiceplaybook.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practiceplaybook.text.FactWords;
import org.practiceplaybook.theme.LookSheet;
import org.practiceplaybook.theme.Theme;

/**
 * How much of a text there is room for on a card of 105 x 139.7 mm, measured with the theme's own fonts. Sizes are points, and
 * those of {@code styles/cards/cards.css}; text is never made smaller.
 *
 * @param serif of titles and running text
 * @param sans of the rest
 */
record CardFit(Optional<Typeface> serif, Optional<Typeface> sans) {
    private static final double MM = 72 / 25.4;
    /** Between margins of 7 mm. */
    static final double WIDTH = (105 - 14) * MM;

    private static final double HEIGHT = (139.7 - 14) * MM;
    private static final double NAME = 20;
    private static final double TITLE_SIZE = 22;
    private static final double TITLE_LINE = 25;
    static final int TITLE_LINES = 4;
    private static final double LEAD_SIZE = 12.5;
    private static final double LEAD_LINE = 17.5;
    private static final double FACT_SIZE = 9.5;
    private static final double FACT_LINE = 13;
    private static final double FACT_INDENT = 16;
    private static final double GAP = 9;
    private static final double DEPTH = 46;
    private static final double HEAD = 21;
    private static final double LABEL = 13;
    private static final double STEP_SIZE = 9.5;
    private static final double STEP_LINE = 12.5;
    private static final double STEP_GAP = 2.5;
    private static final double STEP_INDENT = 16;
    private static final double SAID_SIZE = 10.5;
    private static final double SAID_LINE = 14;
    /** Of several questions the first that is not longer is taken. */
    private static final int SAID_LIKED = 3;

    static final int SAID_LINES = 4;
    private static final double FOOT = 74;
    /** Of a question on a card of its own, in larger type. */
    static final int ASKED_LINES = 10;
    /** Of the name of a rung, and of its definition. */
    static final int RUNG_NAME_LINES = 2;

    static final int RUNG_LINES = 7;

    /** The fonts of a theme in which cards are set. */
    static CardFit of(Theme theme, Optional<LookSheet> look) {
        return new CardFit(Typeface.of(theme, look, "--serif"), Typeface.of(theme, look, "--sans"));
    }

    /** Is it known how wide letters are? Not where a playbook is set in fonts that are the reader's own. */
    boolean isKnown() {
        return serif.isPresent() && sans.isPresent();
    }

    /** A part of a card, by the name of the section that it is taken from. */
    enum Part {
        TITLE,
        SUMMARY,
        STEPS,
        ASK,
        WATCH
    }

    /**
     * What of a card's text is shown.
     *
     * @param title the most lines of it
     * @param summary likewise
     * @param steps how many of them
     * @param question the one that is shown, or empty
     * @param said the most lines of a question or a warning
     * @param tooMany how many characters of a part there is no room for
     */
    record Shown(
            int title, int summary, int steps, String question, String warning, int said, Map<Part, Integer> tooMany) {
        Shown {
            tooMany = Map.copyOf(tooMany);
        }
    }

    /** What of a card is shown. Where nobody knows how wide letters are it is guessed, and nothing is complained about. */
    Shown shown(CardText text) {
        Map<Part, Integer> tooMany = new java.util.EnumMap<>(Part.class);
        int title = lines(text.title(), serif, TITLE_SIZE, true, WIDTH, TITLE_LINES, Part.TITLE, tooMany);
        double left = HEIGHT - NAME - title * TITLE_LINE - GAP;
        for (FactWords.Fact fact : text.facts()) {
            left -= FACT_LINE * lines(fact.value(), sans, FACT_SIZE, false, WIDTH - FACT_INDENT, 2, null, tooMany);
        }
        left -= text.facts().isEmpty() ? 0 : GAP;
        if (text.point().isPresent()) {
            left -= DEPTH + GAP;
        }
        int summary = (int) Math.floor(left / LEAD_LINE);
        lines(text.summary(), serif, LEAD_SIZE, false, WIDTH, summary, Part.SUMMARY, tooMany);

        String question = liked(text.questions());
        String warning = liked(text.warnings());
        double back = HEIGHT - HEAD - FOOT - said(question, Part.ASK, tooMany) - said(warning, Part.WATCH, tooMany);
        return new Shown(
                TITLE_LINES,
                summary,
                steps(text.steps(), back - LABEL, tooMany),
                question,
                warning,
                SAID_LINES,
                tooMany);
    }

    private static int lines(
            String text,
            Optional<Typeface> face,
            double size,
            boolean bold,
            double width,
            int most,
            Part part,
            Map<Part, Integer> tooMany) {
        if (face.isEmpty()) {
            return most;
        }
        TextLines lines = TextLines.of(text, face.get(), size, bold, width);
        if (part != null && lines.tooMany(most) > 0) {
            tooMany.put(part, lines.tooMany(most));
        }
        return Math.min(lines.count(), most);
    }

    private String liked(List<String> said) {
        return said.stream()
                .filter(text -> serif.isEmpty() || measured(text).count() <= SAID_LIKED)
                .findFirst()
                .or(() -> said.stream().findFirst())
                .orElse("");
    }

    private TextLines measured(String said) {
        return TextLines.of(said, serif.orElseThrow(), SAID_SIZE, false, WIDTH);
    }

    private double said(String text, Part part, Map<Part, Integer> tooMany) {
        return text.isEmpty()
                ? 0
                : GAP + LABEL + SAID_LINE * lines(text, serif, SAID_SIZE, false, WIDTH, SAID_LINES, part, tooMany);
    }

    /** How many steps there is room for; where not for all, a line says how many more there are. */
    private int steps(List<String> steps, double room, Map<Part, Integer> tooMany) {
        if (sans.isEmpty()) {
            return steps.size();
        }
        List<Double> ends = new ArrayList<>();
        double end = 0;
        for (String step : steps) {
            int count = TextLines.of(step, sans.get(), STEP_SIZE, false, WIDTH - STEP_INDENT)
                    .count();
            end += count * STEP_LINE + STEP_GAP;
            ends.add(end);
        }
        if (end - STEP_GAP <= room) {
            return steps.size();
        }
        int fit = (int) ends.stream().filter(one -> one + STEP_LINE <= room).count();
        tooMany.put(
                Part.STEPS,
                steps.subList(fit, steps.size()).stream()
                        .mapToInt(step -> step.codePointCount(0, step.length()))
                        .sum());
        return fit;
    }
}
