package org.practiceplaybook.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practiceplaybook.card.CardView.FootView;
import org.practiceplaybook.card.CardView.LinesView;
import org.practiceplaybook.card.CardView.PointView;
import org.practiceplaybook.card.CardView.SaidView;
import org.practiceplaybook.card.CardView.StepsView;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Section;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.Imprint;
import org.practiceplaybook.markdown.Html;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.LinkView;
import org.practiceplaybook.page.RunPages;
import org.practiceplaybook.page.RungStrip;
import org.practiceplaybook.text.FactWords;
import org.practiceplaybook.theme.Words;

/** Makes the cards of an edition. May be shared between threads. */
final class CardMaker {
    private static final int RUNG_TITLES = 10;

    private final Edition site;
    private final FactWords facts;
    private final CardFit fit;
    private final boolean twice;
    private final Map<String, Faces> waiting = new ConcurrentHashMap<>();
    private final Map<String, CardText> texts = new ConcurrentHashMap<>();

    /**
     * A card as it is put on sheets.
     *
     * @param key that no other card of its deck has
     */
    record Faces(String key, Html front, Html back) {}

    /** @param twice does each card of a practice stand in two files? */
    CardMaker(Edition site, boolean twice) {
        this.site = site;
        this.twice = twice;
        this.facts = new FactWords(site.words());
        this.fit = CardFit.of(site.theme(), site.sheet());
    }

    /** The practices that have a card, in the order of their names. */
    static List<Practice> practices(Edition site) {
        return site.library().practices().values().stream()
                .filter(RunPages::has)
                .toList();
    }

    /** What a practice's card says: to read its steps takes longer than to set them. */
    CardText text(Practice practice) {
        return texts.computeIfAbsent(practice.slug(), unused -> CardText.of(practice, site.library(), facts));
    }

    /** The card of a practice. One that two files show is made once, and kept from the one to the other. */
    Faces of(Practice practice) {
        Faces made = waiting.remove(practice.slug());
        if (made != null) {
            return made;
        }
        Faces faces = make(practice);
        if (twice) {
            waiting.put(practice.slug(), faces);
        }
        return faces;
    }

    private Faces make(Practice practice) {
        CardText text = text(practice);
        CardFit.Shown shown = fit.shown(text);
        int left = text.steps().size() - shown.steps();
        String address = site.address(site.addresses().of((Entry) practice));
        return faces(new CardView(
                "front",
                "practice",
                practice.slug(),
                practice.slug(),
                new LinesView(text.title(), shown.title()),
                new LinesView(text.summary(), shown.summary()),
                text.facts(),
                text.point()
                        .map(point -> point(point, RungStrip.of(site, practice)))
                        .orElse(PointView.NONE),
                new StepsView(
                        text.steps().subList(0, shown.steps()),
                        left == 0 ? "" : site.words().count("cards.more", left)),
                new SaidView(shown.question(), shown.warning(), shown.said()),
                List.of(),
                foot(QrPicture.of(address.isEmpty() ? "" : address + "#card=" + text.marks()), address, text.mark()),
                site.tongue(practice.file())));
    }

    /** A card for each question of a practice. */
    List<Faces> questions(Practice practice) {
        List<String> questions = text(practice).questions();
        String address = site.address(site.addresses().of((Entry) practice));
        String place = Section.of(practice.body(), site.words().sections()).stream()
                .filter(section -> section.kind() == SectionKind.ASK)
                .flatMap(section -> section.heading().stream())
                .findFirst()
                .map(heading -> "#" + Addresses.url(heading.id()))
                .orElse("");
        Optional<QrPicture> code = QrPicture.of(address.isEmpty() ? "" : address + place);
        List<Faces> all = new ArrayList<>();
        for (String question : questions) {
            all.add(faces(new CardView(
                    "front",
                    "question",
                    practice.slug() + "/" + (all.size() + 1),
                    practice.slug(),
                    new LinesView(practice.title().value(), CardFit.TITLE_LINES),
                    new LinesView(question, CardFit.ASKED_LINES),
                    List.of(),
                    PointView.NONE,
                    StepsView.NONE,
                    SaidView.NONE,
                    List.of(),
                    foot(code, address, Imprint.mark(List.of(practice.title().value(), question))),
                    site.tongue(practice.file()))));
        }
        return all;
    }

    /** A rung of the ladder, to hang on a wall. */
    Faces of(Term term) {
        String address = site.address(site.addresses().of(term));
        List<LinkView> titles = site.listed(site.library().practicesOf().getOrDefault(term.key(), List.of())).stream()
                .limit(RUNG_TITLES)
                .map(site::link)
                .toList();
        return faces(new CardView(
                "front",
                "rung",
                term.slug(),
                term.slug(),
                new LinesView(term.name(), CardFit.RUNG_NAME_LINES),
                new LinesView(term.definition(), CardFit.RUNG_LINES),
                List.of(),
                point(term, Optional.of(RungStrip.of(site, List.of(term)))),
                StepsView.NONE,
                new SaidView(term.question(), "", CardFit.SAID_LINES),
                titles,
                foot(
                        QrPicture.of(address),
                        address,
                        Imprint.mark(List.of(term.name(), term.definition(), term.question()))),
                site.tongue(term.place().file())));
    }

    private PointView point(Term term, Optional<RungStrip> strip) {
        return new PointView(strip, term.numeral(), Optional.of(site.link(term)), term.bandKey(), site.bandName(term));
    }

    private FootView foot(Optional<QrPicture> code, String address, String mark) {
        return new FootView(code, address.replaceFirst("^https?://", ""), imprint(mark));
    }

    private String imprint(String mark) {
        Words words = site.words();
        String edition = site.imprint().edition();
        return Stream.of(edition.isEmpty() ? "" : words.get("footer.edition", edition), mark)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private Html part(CardView card) {
        return site.part("card", card);
    }

    private Faces faces(CardView card) {
        return new Faces(card.key(), part(card), part(card.back()));
    }
}
