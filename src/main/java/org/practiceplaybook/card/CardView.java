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
 * @param leadLines the most lines that it may have
 * @param number of a rung, or of the practice's main leverage point, or empty
 * @param point name of that point, or empty
 * @param band key of its band, or empty
 * @param bandName in words, or empty
 * @param steps those that there is room for
 * @param more a line that says how many more there are, or empty
 * @param question one to ask oneself, or empty
 * @param warning one thing to watch out for, or empty
 * @param titles of practices of a rung
 * @param code of the address, where the playbook has one
 * @param address in short, or empty
 * @param imprint edition and mark
 * @param tongue of what it says of the practice or term
 */
record CardView(
        String side,
        String kind,
        String key,
        String of,
        String title,
        int titleLines,
        String lead,
        int leadLines,
        List<FactWords.Fact> facts,
        Optional<RungStrip> strip,
        String number,
        String point,
        String band,
        String bandName,
        List<String> steps,
        String more,
        String question,
        String warning,
        int saidLines,
        List<LinkView> titles,
        Optional<QrPicture> code,
        String address,
        String imprint,
        LinkView.Tongue tongue) {
    CardView back() {
        return new CardView(
                "back",
                kind,
                key,
                of,
                title,
                titleLines,
                lead,
                leadLines,
                facts,
                strip,
                number,
                point,
                band,
                bandName,
                steps,
                more,
                question,
                warning,
                saidLines,
                titles,
                code,
                address,
                imprint,
                tongue);
    }
}
