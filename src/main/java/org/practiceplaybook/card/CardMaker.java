package org.practiceplaybook.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                text.title(),
                shown.title(),
                text.summary(),
                shown.summary(),
                text.facts(),
                RungStrip.of(site, practice),
                text.point().map(CardMaker::number).orElse(""),
                text.point().map(Term::name).orElse(""),
                text.point().map(this::band).orElse(""),
                text.point().map(this::bandName).orElse(""),
                text.steps().subList(0, shown.steps()),
                left == 0 ? "" : site.words().count("cards.more", left),
                shown.question(),
                shown.warning(),
                shown.said(),
                List.of(),
                QrPicture.of(address.isEmpty() ? "" : address + "#card=" + text.marks()),
                brief(address),
                imprint(text.mark()),
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
                    practice.title().value(),
                    CardFit.TITLE_LINES,
                    question,
                    CardFit.ASKED_LINES,
                    List.of(),
                    Optional.empty(),
                    "",
                    "",
                    "",
                    "",
                    List.of(),
                    "",
                    "",
                    "",
                    0,
                    List.of(),
                    code,
                    brief(address),
                    imprint(Imprint.mark(List.of(practice.title().value(), question))),
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
                term.name(),
                CardFit.RUNG_NAME_LINES,
                term.definition(),
                CardFit.RUNG_LINES,
                List.of(),
                Optional.of(RungStrip.of(site, List.of(term))),
                number(term),
                term.name(),
                band(term),
                bandName(term),
                List.of(),
                "",
                term.question(),
                "",
                CardFit.SAID_LINES,
                titles,
                QrPicture.of(address),
                brief(address),
                imprint(Imprint.mark(List.of(term.name(), term.definition(), term.question()))),
                site.tongue(term.place().file())));
    }

    private static String number(Term term) {
        return term.number().isPresent() ? String.valueOf(term.number().getAsInt()) : "";
    }

    private String band(Term term) {
        return term.band().map(band -> band.key()).orElse("");
    }

    private String bandName(Term term) {
        return term.band().map(band -> site.words().get("band." + band.key())).orElse("");
    }

    private static String brief(String address) {
        return address.replaceFirst("^https?://", "");
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
