package org.practiceplaybook.card;

import java.util.List;
import java.util.Optional;
import org.practiceplaybook.page.LinkView;
import org.practiceplaybook.page.RungStrip;
import org.practiceplaybook.text.FactWords;

/**
 * A card, front and back.
 *
 * @param side which of the two is asked for: {@code front} or {@code back}
 * @param kind {@code practice}, {@code question} or {@code rung}
 * @param key that no other card of its deck has
 * @param of short name of the practice or term that it belongs to
 * @param lead summary, definition or question, or empty
 * @param titles of practices of a rung
 * @param tongue of what it says of the practice or term
 */
record CardView(
        String side,
        String kind,
        String key,
        String of,
        LinesView title,
        LinesView lead,
        List<FactWords.Fact> facts,
        PointView point,
        StepsView steps,
        SaidView said,
        List<LinkView> titles,
        FootView foot,
        LinkView.Tongue tongue) {

    /** @param lines the most that it may have */
    record LinesView(String text, int lines) {}

    /**
     * A rung, or the practice's main leverage point.
     *
     * @param number or empty, like the rest of it
     * @param band key of its band
     * @param bandName in words
     */
    record PointView(Optional<RungStrip> strip, String number, Optional<LinkView> link, String band, String bandName) {
        static final PointView NONE = new PointView(Optional.empty(), "", Optional.empty(), "", "");
    }

    /**
     * What to do.
     *
     * @param gists of the steps that there is room for
     * @param more a line that says how many more there are, or empty
     */
    record StepsView(List<String> gists, String more) {
        static final StepsView NONE = new StepsView(List.of(), "");
    }

    /**
     * What stands below the steps.
     *
     * @param question one to ask oneself, or empty
     * @param warning one thing to watch out for, or empty
     * @param lines the most that each may have
     */
    record SaidView(String question, String warning, int lines) {
        static final SaidView NONE = new SaidView("", "", 0);
    }

    /**
     * Where it leads.
     *
     * @param code of the address, where the playbook has one
     * @param address in short, or empty
     * @param imprint edition and mark
     */
    record FootView(Optional<QrPicture> code, String address, String imprint) {}

    CardView back() {
        return new CardView("back", kind, key, of, title, lead, facts, point, steps, said, titles, foot, tongue);
    }
}
