package org.practiceplaybook.page;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Look;
import org.practiceplaybook.content.Page;
import org.practiceplaybook.content.PlaybookSettings;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Setting;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.Imprint;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.library.Lists;
import org.practiceplaybook.library.PageFolder;
import org.practiceplaybook.library.Tongues;
import org.practiceplaybook.library.Ways;
import org.practiceplaybook.markdown.Html;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.text.DateText;
import org.practiceplaybook.text.GlossaryIndex;
import org.practiceplaybook.theme.LookSheet;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.theme.Words;

/** The playbook in one language and a theme: what all pages of that edition share. May be shared between threads. */
public final class Edition {
    private static final int MOST_IN_FOOT = 12;
    private static final int MOST_SOCIAL_CARDS = 1_000;
    private final Library library;
    private final Theme theme;
    private final Addresses addresses;
    private final SiteOptions options;
    private final Siblings siblings;
    private final Optional<LookSheet> sheet;
    private final Lists lists;
    private final Imprint imprint;
    private final SiteView view;
    private final Cards cards;
    private final GlossaryIndex glossary;
    private final Map<String, Html> parts = new ConcurrentHashMap<>();

    /** The editions of a site, of which this is one, and what they are made of. */
    public interface Siblings {
        Siblings NONE = new Siblings() {
            @Override
            public List<Edition> editions() {
                return List.of();
            }

            @Override
            public boolean has(String path) {
                return false;
            }
        };

        /** The first is the one at the site's root. */
        List<Edition> editions();

        /** Is there a page at a path from the site's root? */
        boolean has(String path);
    }

    /**
     * An edition that is the only one.
     *
     * @param theme in the edition's language
     */
    public Edition(Library library, Theme theme, Addresses addresses, SiteOptions options) {
        this(library, theme, addresses, options, Siblings.NONE);
    }

    /** An edition among others. They are asked for only when a page is made. */
    public Edition(Library library, Theme theme, Addresses addresses, SiteOptions options, Siblings siblings) {
        this.siblings = siblings;
        this.library = library;
        this.theme = theme;
        this.addresses = addresses;
        this.options = options;
        this.cards = new Cards(this);
        this.glossary = new GlossaryIndex(library.glossary());
        this.lists = new Lists(library, addresses, words().sections());
        this.sheet = theme.sheet(library.settings().look());
        this.imprint = library.imprint();
        this.view = view();
    }

    public Library library() {
        return library;
    }

    public Theme theme() {
        return theme;
    }

    public Addresses addresses() {
        return addresses;
    }

    /** BCP 47. */
    public String language() {
        return theme.words().language();
    }

    /** Of its script: {@code ltr} or {@code rtl}. */
    public String direction() {
        return view.direction();
    }

    public Words words() {
        return theme.words();
    }

    public SiteOptions options() {
        return options;
    }

    /** By what a copy is told from a newer one. */
    public Imprint imprint() {
        return imprint;
    }

    /** Edition, date and mark in words, for copies that leave the site. */
    public String imprintLine() {
        SiteView.EditionMarkView mark = view.edition();
        return Stream.of(
                        mark.name().isEmpty() ? "" : words().get("footer.edition", mark.name()),
                        mark.asOf().isEmpty() ? "" : words().get("footer.asOf", mark.asOf()),
                        mark.mark())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** Is there a page of what readers can take with them? */
    public boolean hasDownloads() {
        return !options.downloads().isEmpty();
    }

    public PlaybookSettings settings() {
        return library.settings();
    }

    public Cards cards() {
        return cards;
    }

    GlossaryIndex glossary() {
        return glossary;
    }

    /**
     * A page that readers look for, made of a template when it is asked for. The record is made then, too.
     *
     * @param path from the edition's root
     */
    public SiteFile sheet(String path, String template, Supplier<? extends PageView> page) {
        return new SiteFile(
                path, SiteFile.Use.LISTED, unlisted(path, template, page).bytes());
    }

    /** The same of what stands in a file: where it is not in the edition's language, no sitemap names it here. */
    SiteFile sheet(SourceFile file, String path, String template, Supplier<? extends PageView> page) {
        return library.tongues().isForeign(file) ? unlisted(path, template, page) : sheet(path, template, page);
    }

    /** The same for what no sitemap names. */
    public SiteFile unlisted(String path, String template, Supplier<? extends PageView> page) {
        return new SiteFile(path, () -> {
            PageView values = page.get();
            return render(template, values.frame(), values);
        });
    }

    public byte[] render(String template, Frame frame, Object page) {
        Map<String, Object> values = new HashMap<>();
        values.put("site", view);
        values.put("frame", frame);
        values.put("page", page);
        return theme.bytes(template, values);
    }

    /** A part of pages, made of a template of its own. */
    public Html part(String template, Object page) {
        return theme.part(template, Map.of("site", view, "page", page));
    }

    /** The frame of a page at a path from the edition's root. */
    public Frame frame(String path, String title, String description, String kind, String area) {
        return framed(path, title, description, kind, area, speech(path, Optional.empty()));
    }

    /**
     * The same of a page right below the home page.
     *
     * @param key of its words: {@code key.title} and {@code key.description}
     */
    public Frame frameBelowHome(String path, String key, String kind, String area) {
        return frame(path, words().get(key + ".title"), words().get(key + ".description"), kind, area)
                .withCrumbs(link(addresses.home(), "home.crumb"));
    }

    /** The same of a page that shows what stands in a file. */
    Frame frame(SourceFile file, String path, String title, String description, String kind, String area) {
        return framed(path, title, description, kind, area, speech(path, Optional.of(file)));
    }

    private Frame framed(String path, String title, String description, String kind, String area, Frame.Speech speech) {
        String root = Addresses.up(path);
        return new Frame(
                title,
                description,
                root,
                address(path),
                kind,
                area,
                List.of(),
                Frame.Machines.INDEXED,
                speech,
                part("top", root, area),
                part("foot", root, ""));
    }

    /** The frame of what only programs read. */
    public Frame machineFrame(String path) {
        return frame(path, "", "", "machine", "");
    }

    /**
     * The frame of a page that is not in the site and belongs to it all the same.
     *
     * @param root the way from there to the site's root
     */
    public Frame frameOutside(String root, String title, String description, String kind) {
        return new Frame(
                        title,
                        description,
                        root,
                        "",
                        kind,
                        "",
                        List.of(),
                        Frame.Machines.INDEXED,
                        Frame.Speech.NONE,
                        part("top", root, ""),
                        part("foot", root, ""))
                .notIndexed();
    }

    /** @param file that the page shows */
    private Frame.Speech speech(String path, Optional<SourceFile> file) {
        Tongues tongues = library.tongues();
        List<Edition> all = siblings.editions();
        if (all.size() < 2) {
            return Frame.Speech.NONE;
        }
        boolean foreign = file.filter(tongues::isForeign).isPresent();
        Optional<String> original = file.map(tongues::originalOf);
        List<Frame.EditionView> editions =
                all.stream().map(other -> other.viewed(this, path, original)).toList();
        return new Frame.Speech(
                file.map(this::tongue).orElse(LinkView.Tongue.OF_EDITION),
                foreign ? all.get(0).address(path) : "",
                file.filter(tongues::isOld)
                        .map(old -> new LinkView(
                                editions.get(0).path(), editions.get(0).name())),
                editions);
    }

    /**
     * The same page in this edition, as one of another links to it.
     *
     * @param original path of the file whose words the page shows
     */
    private Frame.EditionView viewed(Edition from, String path, Optional<String> original) {
        boolean there = siblings.has(addresses.inSite(path)) || hasDownloads() && path.equals(addresses.downloads());
        String to = there ? path : addresses.home();
        boolean spoken =
                there && original.filter(file -> !library.tongues().has(file)).isEmpty();
        return new Frame.EditionView(
                language(),
                direction(),
                name(),
                Addresses.url(from.addresses.shared(addresses.inSite(to))),
                spoken ? address(path) : "",
                from == this);
    }

    /** The name of its language in the language itself; the code where there are no words in it. */
    private String name() {
        String plain = language().toLowerCase(Locale.ROOT);
        List<String> spoken = theme.languages();
        return spoken.contains(plain) || spoken.contains(plain.split("-")[0])
                ? words().get("language.name")
                : language();
    }

    /** The band of a leverage point in words, or empty. */
    public String bandName(Term term) {
        return term.band().isPresent() ? words().get("band." + term.bandKey()) : "";
    }

    /** In which language it is what stands in a file. */
    public LinkView.Tongue tongue(SourceFile file) {
        String language = library.tongues().of(file);
        boolean same = language.equals(library.tongues().language());
        return same
                ? LinkView.Tongue.OF_EDITION
                : new LinkView.Tongue(language, QuotationMarks.isRightToLeft(language) ? "rtl" : "ltr");
    }

    /** A part that is the same on many pages is made once for all of them. */
    private Html part(String template, String root, String area) {
        return parts.computeIfAbsent(
                String.join(" ", template, root, area),
                unused -> theme.part(template, Map.of("site", view, "root", root, "current", area)));
    }

    /**
     * Has each practice and each attempt a picture that stands for it where others link to it? Only a site whose address is
     * known has a use for them, and of very many entries they would take longer than all the rest.
     */
    public boolean hasSocialCards() {
        return settings().address().isPresent()
                && library.practices().size() + library.attempts().size() <= MOST_SOCIAL_CARDS;
    }

    /** The complete address of that picture, or empty. */
    String socialCard(Entry entry) {
        return hasSocialCards() ? address(addresses.socialCard(entry)) : "";
    }

    /** Where a page will be on the web, or empty. */
    public String address(String path) {
        String inSite = addresses.inSite(path.equals(addresses.home()) ? "" : path);
        return settings()
                .address()
                .map(URI::toString)
                .map(base -> base + Addresses.url(inSite))
                .orElse("");
    }

    /** The page of the repository's host on which a file can be changed, or empty. */
    public String editAddress(Entry entry) {
        return editAddress(entry.file().path());
    }

    String editAddress(String path) {
        return RepositoryHost.of(this).map(host -> host.editAddress(path)).orElse("");
    }

    /** Is there a list at a path from the edition's root? */
    public boolean has(String path) {
        return lists.has(path);
    }

    /** Is it nothing but pages? */
    public boolean isHandbook() {
        return Lists.isHandbook(library);
    }

    public LinkView link(Entry entry) {
        return new LinkView(Addresses.url(addresses.of(entry)), entry.title().value(), tongue(entry.file()));
    }

    public LinkView link(Term term) {
        return new LinkView(
                Addresses.url(addresses.of(term)),
                term.name(),
                tongue(term.place().file()));
    }

    public LinkView link(String path, String wordKey) {
        return new LinkView(Addresses.url(path), words().get(wordKey));
    }

    /** The list of a vocabulary's terms. */
    public LinkView link(Taxonomy taxonomy) {
        return new LinkView(Addresses.url(addresses.of(taxonomy)), title(taxonomy));
    }

    /** What readers know a vocabulary by. */
    public String title(Taxonomy taxonomy) {
        return words().called(taxonomy.label(), "taxonomy." + taxonomy.key() + ".title");
    }

    private SiteView view() {
        PlaybookSettings settings = settings();
        String language = language();
        return new SiteView(
                settings.name(),
                settings.tagline(),
                language,
                QuotationMarks.isRightToLeft(language) ? "rtl" : "ltr",
                new SiteView.EditionMarkView(
                        settings.edition(),
                        imprint.date().map(day -> DateText.text(day, words())).orElse(""),
                        imprint.date().map(LocalDate::toString).orElse(""),
                        imprint.mark(),
                        address(addresses.home())),
                settings.licence(),
                socialImage(),
                settings.repository().map(URI::toString).orElse(""),
                places(),
                menu(settings.look()),
                settings.address().isPresent() && has(addresses.practices()),
                words().get("generator", options.version()),
                new SiteView.LookView(
                        settings.look()
                                .logo()
                                .map(Setting::value)
                                .filter(logo -> library.files().stream()
                                        .anyMatch(file -> file.path().equals(logo)))
                                .map(logo -> Addresses.url(addresses.asset(logo)))
                                .orElse(""),
                        sheet.map(LookSheet::path).map(addresses::shared).orElse(""),
                        sheet.map(LookSheet::accent).orElse("")));
    }

    private SiteView.MenuView menu(Look look) {
        return new SiteView.MenuView(
                look.menu().isEmpty() ? areas() : ways(look.menu()),
                Stream.concat(
                                library.taxonomies().stream()
                                        .filter(taxonomy -> !taxonomy.isLadder() && has(addresses.of(taxonomy)))
                                        .limit(MOST_IN_FOOT)
                                        .map(this::link),
                                lists.of(
                                                "matrix",
                                                "prompts",
                                                "cards",
                                                "shortlist",
                                                "glossary",
                                                "stubs",
                                                "editors",
                                                "contributors")
                                        .map(key -> link(
                                                lists.paths().get(key),
                                                titleWord(key).orElseThrow())))
                        .toList(),
                doors(),
                look.footer().isEmpty()
                        ? outermostPages().stream().limit(MOST_IN_FOOT).toList()
                        : List.of(),
                ways(look.footer()));
    }

    private List<SiteView.AreaView> areas() {
        List<SiteView.AreaView> areas = new ArrayList<>();
        lists.of("practices", "pathways", "attempts", Taxonomy.LEVERAGE.folder(), "pages")
                .filter(key -> !key.equals("pages") || !areDoorsEnough(library.pages()))
                .forEach(key -> areas.add(area(key)));
        addDoors(library.pages(), areas);
        areas.add(area("contribute"));
        return areas;
    }

    private List<LinkView> doors() {
        List<LinkView> doors = new ArrayList<>();
        if (!isHandbook()) {
            doors.add(link(addresses.writePractice(), "contribute.practice.title"));
            doors.add(link(addresses.logAttempt(), "contribute.attempt.title"));
            doors.add(link(addresses.askForPractice(), "contribute.ask.title"));
        }
        doors.add(link(addresses.contribute(), "contribute.doors"));
        return doors;
    }

    private SiteView.PlacesView places() {
        return new SiteView.PlacesView(
                addresses.home(),
                there(addresses.practices()),
                there(addresses.log()),
                there(addresses.of(Taxonomy.LEVERAGE)),
                addresses.search(),
                there(addresses.stubs()),
                isHandbook() ? "" : addresses.askForPractice(),
                addresses.practicesFeed(),
                addresses.attemptsFeed(),
                hasDownloads() ? addresses.downloads() : "",
                there(addresses.cards()),
                there(addresses.shortlist()));
    }

    private String there(String list) {
        return has(list) ? list : "";
    }

    /** Links of the settings, as templates have them; without those that lead nowhere. */
    private List<SiteView.AreaView> ways(List<Look.Way> said) {
        Ways ways = new Ways(library, addresses, words().sections());
        List<SiteView.AreaView> views = new ArrayList<>();
        for (Look.Way way : said) {
            ways.end(way)
                    .ifPresent(end -> views.add(new SiteView.AreaView(
                            end.list(),
                            end.address().isEmpty() ? Addresses.url(end.path()) : end.address(),
                            way.text().isEmpty() ? called(end) : way.text(),
                            !end.address().isEmpty())));
        }
        return views;
    }

    private String called(Ways.End end) {
        if (!end.address().isEmpty()) {
            return end.address().replaceFirst("^\\w+:/*", "").replaceFirst("/$", "");
        }
        if (end.entry().isPresent()) {
            return end.entry().get().title().value();
        }
        String list = end.list();
        Optional<Taxonomy> own = library.taxonomies().stream()
                .filter(taxonomy ->
                        taxonomy.folder().equals(list) && !taxonomy.label().isEmpty())
                .findFirst();
        if (own.isPresent()) {
            return title(own.get());
        }
        return Stream.of("nav." + list)
                .filter(words().keys()::contains)
                .findFirst()
                .or(() -> titleWord(list))
                .map(words()::get)
                .orElse(list);
    }

    /** The key of the word that a list is called by. */
    private Optional<String> titleWord(String list) {
        return Stream.of(list + ".title", "taxonomy." + list + ".title", list + ".crumb")
                .filter(words().keys()::contains)
                .findFirst();
    }

    /** The style sheet that the settings make, if they make one. */
    public Optional<LookSheet> sheet() {
        return sheet;
    }

    /** The complete address of the picture that stands for the site where it is linked to, or empty. */
    private String socialImage() {
        return settings()
                .address()
                .map(base -> base + theme.assets().path("images/social.png"))
                .orElse("");
    }

    /** What the pages are called together. */
    String pagesTitle() {
        return words().get(isHandbook() ? "home.pagesTitle" : "pages.title");
    }

    private SiteView.AreaView area(String key) {
        String label = key.equals("pages") && isHandbook() ? pagesTitle() : words().get("nav." + key);
        return new SiteView.AreaView(key, Addresses.url(lists.paths().get(key)), label, false);
    }

    /** Pages that have a door of their own in the menu, in the order in which they are read. */
    private void addDoors(PageFolder folder, List<SiteView.AreaView> areas) {
        folder.index().ifPresent(page -> addDoor(page, areas));
        for (PageFolder.Child child : folder.children()) {
            child.page().ifPresent(page -> addDoor(page, areas));
            child.folder().ifPresent(inner -> addDoors(inner, areas));
        }
    }

    private void addDoor(Page page, List<SiteView.AreaView> areas) {
        page.menu().ifPresent(text -> {
            String path = addresses.of(page);
            areas.add(new SiteView.AreaView(path, Addresses.url(path), text, false));
        });
    }

    /** Does everything lie behind a door of its own? */
    private static boolean areDoorsEnough(PageFolder pages) {
        return pages.index().map(Page::menu).map(Optional::isPresent).orElse(true)
                && pages.children().stream()
                        .allMatch(child -> child.page()
                                .or(() -> child.folder().orElseThrow().index())
                                .flatMap(Page::menu)
                                .isPresent());
    }

    /** The pages and folders that a reader meets first. */
    List<LinkView> outermostPages() {
        List<LinkView> pages = new ArrayList<>();
        for (PageFolder.Child child : library.pages().children()) {
            child.page().ifPresent(page -> pages.add(link(page)));
            child.folder()
                    .ifPresent(folder ->
                            pages.add(new LinkView(Addresses.url(addresses.folder(folder.path())), folder.title())));
        }
        return pages;
    }

    /** The practices that are lived: not retired ones, which are reached by links and search alone. */
    public List<Practice> listed(List<Practice> practices) {
        return practices.stream()
                .filter(practice -> practice.state() != State.RETIRED)
                .toList();
    }
}
