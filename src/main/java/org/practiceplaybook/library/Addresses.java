package org.practiceplaybook.library;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Page;
import org.practiceplaybook.content.Pathway;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.content.value.PortableName;
import org.practiceplaybook.content.value.Slug;

/**
 * Where the things of an edition are: paths from the edition's own root, parts joined by {@code /}, not escaped, which every
 * system can store. What all editions share lies at the site's root; the way there is part of its path.
 *
 * @param folder of the edition below the site's root, with a slash at its end; empty for the first edition
 */
public record Addresses(String folder) {
    private static final String RUN = "run.html";
    /** Of the edition at the site's root. */
    public static final Addresses FIRST = new Addresses("");

    private static final String HEX = "0123456789ABCDEF";

    /** A path of the edition from the site's root. */
    public String inSite(String path) {
        return folder + path;
    }

    /** The path of what all editions share, by its path from the site's root. */
    public String shared(String path) {
        return up(folder) + path;
    }

    public String home() {
        return "index.html";
    }

    public String practices() {
        return "practices/index.html";
    }

    public String log() {
        return "attempts/index.html";
    }

    public String pathways() {
        return "pathways/index.html";
    }

    public String pages() {
        return "pages/index.html";
    }

    public String glossary() {
        return "glossary.html";
    }

    public String search() {
        return "search.html";
    }

    /** What the search says to readers: beside the index, as a script. */
    public String searchWords() {
        return searchFolder() + "words.js";
    }

    /** Where the files of the search are. */
    public String searchFolder() {
        return "search/";
    }

    /** Who does what when. */
    public String matrix() {
        return "who-does-what.html";
    }

    /** Which practices go together. */
    public String practiceMap() {
        return "practice-map.html";
    }

    /** A deck of all practices to print. */
    public String cards() {
        return "cards/index.html";
    }

    public String questionCards() {
        return "cards/questions.html";
    }

    public String rungCards() {
        return "cards/rungs.html";
    }

    /** The deck, of which these practices alone are shown. */
    public String cardsOf(List<Practice> practices) {
        return cards()
                + practices.stream().map(practice -> url(practice.slug())).collect(Collectors.joining(",", "?p=", ""));
    }

    /** The n-th script of what is told of practices that a reader chose. */
    public String cardScript(String kind, int number) {
        return "cards/" + kind + "-" + number + ".js";
    }

    /** What a reader keeps. */
    public String shortlist() {
        return "shortlist.html";
    }

    /** All of it as it is run. */
    public String shortlistRun() {
        return shortlist().replaceFirst("html$", RUN);
    }

    /** What tells the holder of a card whether the page has changed since. */
    public String cardAge() {
        return "cards/age.js";
    }

    public String prompts() {
        return "prompts.html";
    }

    public String stubs() {
        return "help-write.html";
    }

    /** What is left to do for those who keep the playbook. */
    public String editors() {
        return "for-editors.html";
    }

    public String review() {
        return "due-for-review.html";
    }

    /** What waits for somebody to translate it. */
    public String translations() {
        return "to-translate.html";
    }

    public String contributors() {
        return "contributors.html";
    }

    /** The ways to take part. */
    public String contribute() {
        return "contribute/index.html";
    }

    public String writePractice() {
        return "contribute/write-a-practice.html";
    }

    public String logAttempt() {
        return "contribute/log-an-attempt.html";
    }

    public String askForPractice() {
        return "contribute/ask-for-a-practice.html";
    }

    public String suggestChange() {
        return "contribute/suggest-a-change.html";
    }

    /** What the forms need to know of the playbook. */
    public String rules() {
        return "contribute/rules.js";
    }

    public String checks() {
        return "contribute/checks.js";
    }

    public String notFound() {
        return "404.html";
    }

    public String manifest() {
        return "manifest.webmanifest";
    }

    /** What readers can take with them. */
    public String downloads() {
        return "downloads/index.html";
    }

    /** The folder of the files that they take, shared by all editions. */
    public String downloadsFolder() {
        return shared("downloads/");
    }

    /** The whole library for programs; shared by all editions. */
    public String library() {
        return shared("library.json");
    }

    /** What programs may expect in {@link #library()}. */
    public String librarySchema() {
        return shared("library.schema.json");
    }

    /** What a language model should read of the edition. */
    public String llms() {
        return "llms.txt";
    }

    /** The part of {@link #llms()} that is about one thing, where one file would be too long. */
    public String llms(String part) {
        return "llms/" + part + ".txt";
    }

    /** An entry as Markdown, beside its page. */
    public String markdown(Entry entry) {
        return of(entry).replaceFirst("html$", "md");
    }

    /** The picture that stands for an entry where it is linked to, beside its page. */
    public String socialCard(Entry entry) {
        return of(entry).replaceFirst("html$", "png");
    }

    public String practicesFeed() {
        return "feeds/practices.xml";
    }

    public String attemptsFeed() {
        return "feeds/attempts.xml";
    }

    public String of(Entry entry) {
        if (entry instanceof Practice) {
            return practice(entry.slug());
        }
        if (entry instanceof Attempt) {
            return attempt(entry.slug());
        }
        if (entry instanceof Pathway) {
            return PortableName.path("pathways/" + entry.slug() + ".html");
        }
        return PortableName.path("pages/" + ((Page) entry).slug() + ".html");
    }

    /** A practice, by the short name that it has or had. */
    public String practice(String slug) {
        return PortableName.path("practices/" + slug + ".html");
    }

    /** An attempt, by a short name. */
    public String attempt(String slug) {
        return PortableName.path("attempts/" + slug + ".html");
    }

    /** A practice or a pathway as it is run. */
    public String run(Entry entry) {
        return of(entry).replaceFirst("html$", RUN); // no slug has a dot
    }

    public String of(Term term) {
        return term(term.taxonomy(), term.slug());
    }

    public String term(Taxonomy taxonomy, String slug) {
        return PortableName.path(taxonomy.folder() + "/" + slug + ".html");
    }

    public String of(Taxonomy taxonomy) {
        return PortableName.path(taxonomy.folder() + "/index.html");
    }

    /** The page of a folder below {@code pages/}; the outermost is empty. */
    public String folder(String folder) {
        return folder.isEmpty() ? pages() : PortableName.path("pages/" + folder + "/index.html");
    }

    /** An image or download, where the content folder has it; shared by all editions. */
    public String asset(String path) {
        return shared(PortableName.path("files/" + path));
    }

    /** The form that logs an attempt at a practice. */
    public String attemptAt(Practice practice) {
        return logAttempt() + "?practice=" + url(practice.slug());
    }

    /** The form in which a text can be changed, by its path below the content folder. */
    public String suggest(String file) {
        return suggestChange() + "?file=" + url(file);
    }

    /** The script that brings the n-th part of the contributors' texts. */
    public String sources(int number) {
        return "contribute/texts-" + number + ".js";
    }

    /** The anchor of a glossary entry: C, C++ and C# are three words, so signs count, as their numbers. */
    public static String anchor(String term) {
        String signs = term.codePoints()
                .filter(Addresses::isSign)
                .mapToObj(Integer::toHexString)
                .collect(Collectors.joining());
        return signs.isEmpty() ? Slug.of(term) : Slug.of(term) + "-" + signs;
    }

    private static boolean isSign(int c) {
        int type = Character.getType(c);
        return type == Character.MATH_SYMBOL
                || type == Character.CURRENCY_SYMBOL
                || type == Character.OTHER_SYMBOL
                || type == Character.MODIFIER_SYMBOL
                || type == Character.OTHER_PUNCTUATION && c != '\'';
    }

    /** The way from a path up to the root that it counts from: empty, {@code ../}, {@code ../../}. */
    public static String up(String path) {
        return "../".repeat((int) path.chars().filter(c -> c == '/').count());
    }

    /**
     * The way from one page to another.
     *
     * @param from a path from a root
     * @param to a path from the same root
     */
    public static String relative(String from, String to) {
        if (to.startsWith("../")) {
            return up(from) + to;
        }
        int common = 0;
        for (int i = 0; i < Math.min(from.length(), to.length()) && from.charAt(i) == to.charAt(i); i++) {
            if (from.charAt(i) == '/') {
                common = i + 1;
            }
        }
        return up(from.substring(common)) + to.substring(common);
    }

    /** A path or anchor as it stands in a link: all but letters, digits and a few signs of ASCII percent-encoded. */
    public static String url(String path) {
        int plainUpTo = 0;
        while (plainUpTo < path.length() && isPlain(path.charAt(plainUpTo))) {
            plainUpTo++;
        }
        if (plainUpTo == path.length()) {
            return path;
        }
        StringBuilder url = new StringBuilder(path.length() + 16);
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (isPlain(c)) {
                url.append(c);
            } else {
                url.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return url.toString();
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_.~/".indexOf(c) >= 0;
    }
}
