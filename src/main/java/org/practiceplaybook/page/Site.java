package org.practiceplaybook.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Page;
import org.practiceplaybook.content.PlaybookSettings;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.State;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.library.PageFolder;
import org.practiceplaybook.markdown.Html;
import org.practiceplaybook.text.GlossaryIndex;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.theme.Words;

/**
 * A library in a theme: what all pages share. May be shared between threads.
 */
public final class Site {
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv");
    private static final int MOST_IN_FOOT = 12;
    private static final List<PageKind> FOR_READERS = List.of(
            new HomePage(),
            new PracticePages(),
            new PracticeListPages(),
            new AttemptPages(),
            new LogPages(),
            new PathwayPages(),
            new ContentPages(),
            new TaxonomyPages(),
            new GlossaryPage(),
            new PromptPages(),
            new StubPages(),
            new ReviewPage(),
            new ContributorPage(),
            new ContributePages());

    private static final List<PageKind> OTHERS = List.of(
            new SearchPage(),
            new NotFoundPage(),
            new RedirectPages(),
            new MachinePages(),
            new ContributeFacts(),
            new ContributeTexts());

    private final Library library;
    private final Theme theme;
    private final SiteOptions options;
    private final SiteView view;
    private final Cards cards;
    private final GlossaryIndex glossary;
    private final Map<String, Html> parts = new ConcurrentHashMap<>();

    public Site(Library library, Theme theme, SiteOptions options) {
        this.library = library;
        this.theme = theme;
        this.options = options;
        this.cards = new Cards(this);
        this.glossary = new GlossaryIndex(library.glossary());
        this.view = view();
    }

    /** Every page, by path. */
    public List<Sheet> sheets() {
        List<Sheet> sheets = new ArrayList<>(readers());
        OTHERS.forEach(kind -> kind.addTo(this, sheets::add));
        sheets.sort(Comparator.comparing(Sheet::path));
        return List.copyOf(sheets);
    }

    /** The pages that readers look for, by path. */
    List<Sheet> readers() {
        List<Sheet> sheets = new ArrayList<>();
        FOR_READERS.forEach(kind -> kind.addTo(this, sheets::add));
        sheets.sort(Comparator.comparing(Sheet::path));
        return sheets;
    }

    public Library library() {
        return library;
    }

    public Theme theme() {
        return theme;
    }

    public Words words() {
        return theme.words();
    }

    public SiteOptions options() {
        return options;
    }

    public PlaybookSettings settings() {
        return library.settings();
    }

    Cards cards() {
        return cards;
    }

    GlossaryIndex glossary() {
        return glossary;
    }

    /** A page that is made of a template when it is asked for. The record is made then, too. */
    Sheet sheet(String path, String template, Supplier<? extends PageView> page) {
        return new Sheet(path, () -> {
            PageView values = page.get();
            return render(template, values.frame(), values);
        });
    }

    byte[] render(String template, Frame frame, Object page) {
        Map<String, Object> values = new HashMap<>();
        values.put("site", view);
        values.put("frame", frame);
        values.put("page", page);
        return theme.bytes(template, values);
    }

    /** The frame of a page at a path. */
    Frame frame(String path, String title, String description, String kind, String area) {
        String root = "../".repeat((int) path.chars().filter(c -> c == '/').count());
        return new Frame(
                title,
                description,
                root,
                address(path),
                kind,
                area,
                List.of(),
                Optional.empty(),
                true,
                part("top", root, area),
                part("foot", root, ""));
    }

    /**
     * The frame of a page that is not in the site and belongs to it all the same.
     *
     * @param root the way from there to the site's root
     */
    Frame frameOutside(String root, String title, String description, String kind) {
        return new Frame(
                title,
                description,
                root,
                "",
                kind,
                "",
                List.of(),
                Optional.empty(),
                false,
                part("top", root, ""),
                part("foot", root, ""));
    }

    /** A part that is the same on many pages is made once for all of them. */
    private Html part(String template, String root, String area) {
        return parts.computeIfAbsent(
                String.join(" ", template, root, area),
                unused -> theme.part(template, Map.of("site", view, "root", root, "current", area)));
    }

    /** Where a page will be on the web, or empty. */
    public String address(String path) {
        return settings()
                .address()
                .map(URI::toString)
                .map(base -> base + (path.equals(Addresses.HOME) ? "" : Addresses.url(path)))
                .orElse("");
    }

    /** The page of the repository's host on which a file can be changed, or empty. */
    String editAddress(Entry entry) {
        return editAddress(entry.file().path());
    }

    String editAddress(String path) {
        return RepositoryHost.of(this).map(host -> host.editAddress(path)).orElse("");
    }

    /** Are there practices, or at least attempts? Else it is a handbook, which is nothing but pages. */
    boolean isHandbook() {
        return library.practices().isEmpty() && library.attempts().isEmpty();
    }

    LinkView link(Entry entry) {
        return new LinkView(Addresses.url(Addresses.of(entry)), entry.title().value());
    }

    LinkView link(String path, String wordKey) {
        return new LinkView(Addresses.url(path), words().get(wordKey));
    }

    private SiteView view() {
        Words words = words();
        List<SiteView.AreaView> areas = new ArrayList<>();
        boolean handbook = isHandbook();
        if (!handbook) {
            areas.add(area("practices", Addresses.PRACTICES));
        }
        if (!library.pathways().isEmpty()) {
            areas.add(area("pathways", Addresses.PATHWAYS));
        }
        if (!handbook) {
            areas.add(area("attempts", Addresses.LOG));
        }
        if (!library.terms(Taxonomy.LEVERAGE).isEmpty()) {
            areas.add(area("leverage", Addresses.of(Taxonomy.LEVERAGE)));
        }
        if (!library.allPages().isEmpty()) {
            String label = handbook ? pagesTitle() : words.get("nav.pages");
            areas.add(new SiteView.AreaView("pages", Addresses.url(Addresses.PAGES), label));
        }
        List<LinkView> lists = new ArrayList<>();
        for (Taxonomy taxonomy : Taxonomy.values()) {
            if (taxonomy != Taxonomy.LEVERAGE && !library.terms(taxonomy).isEmpty()) {
                lists.add(link(Addresses.of(taxonomy), "taxonomy." + taxonomy.key() + ".title"));
            }
        }
        if (!handbook) {
            lists.add(link(Addresses.PROMPTS, "prompts.title"));
        }
        if (!library.glossary().isEmpty()) {
            lists.add(link(Addresses.GLOSSARY, "glossary.title"));
        }
        if (!handbook) {
            lists.add(link(Addresses.STUBS, "stubs.title"));
            lists.add(link(Addresses.REVIEW, "review.title"));
        }
        if (ContributorPage.hasPeople(library)) {
            lists.add(link(Addresses.CONTRIBUTORS, "contributors.title"));
        }
        List<LinkView> doors = new ArrayList<>();
        if (!handbook) {
            doors.add(link(Addresses.WRITE_PRACTICE, "contribute.practice.title"));
            doors.add(link(Addresses.LOG_ATTEMPT, "contribute.attempt.title"));
            doors.add(link(Addresses.ASK_FOR_PRACTICE, "contribute.ask.title"));
        }
        doors.add(link(Addresses.CONTRIBUTE, "contribute.doors"));
        PlaybookSettings settings = settings();
        String language = settings.language();
        return new SiteView(
                settings.name(),
                settings.tagline(),
                language,
                RIGHT_TO_LEFT.contains(Locale.forLanguageTag(language).getLanguage()) ? "rtl" : "ltr",
                settings.edition(),
                settings.licence(),
                settings.address().map(URI::toString).orElse(""),
                settings.repository().map(URI::toString).orElse(""),
                areas,
                lists,
                doors,
                outermostPages().stream().limit(MOST_IN_FOOT).toList(),
                settings.address().isPresent(),
                words.get("generator", options.version()));
    }

    /** What the pages are called together. */
    String pagesTitle() {
        return words().get(isHandbook() ? "home.pagesTitle" : "pages.title");
    }

    private SiteView.AreaView area(String key, String path) {
        return new SiteView.AreaView(key, Addresses.url(path), words().get("nav." + key));
    }

    /** The pages and folders that a reader meets first. */
    List<LinkView> outermostPages() {
        List<LinkView> pages = new ArrayList<>();
        for (Page page : library.pages().pages()) {
            pages.add(link(page));
        }
        for (PageFolder folder : library.pages().folders()) {
            pages.add(new LinkView(Addresses.url(Addresses.folder(folder.path())), folder.title()));
        }
        return pages;
    }

    /** The practices that are lived: not retired ones, which are reached by links and search alone. */
    List<Practice> listed(List<Practice> practices) {
        return practices.stream()
                .filter(practice -> practice.state() != State.RETIRED)
                .toList();
    }
}
