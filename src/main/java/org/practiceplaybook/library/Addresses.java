package org.practiceplaybook.library;

import java.nio.charset.StandardCharsets;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Page;
import org.practiceplaybook.content.Pathway;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Slug;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;

/** Where things are in the site: paths from its root, parts joined by {@code /}, not escaped. */
public final class Addresses {
    public static final String HOME = "index.html";
    public static final String PRACTICES = "practices/index.html";
    public static final String LOG = "attempts/index.html";
    public static final String PATHWAYS = "pathways/index.html";
    public static final String PAGES = "pages/index.html";
    public static final String GLOSSARY = "glossary.html";
    public static final String SEARCH = "search.html";
    /** Beside the index, as a script. */
    public static final String SEARCH_WORDS = "search/words.js";

    public static final String PROMPTS = "prompts.html";
    public static final String STUBS = "help-write.html";
    public static final String REVIEW = "due-for-review.html";
    public static final String CONTRIBUTORS = "contributors.html";
    /** The ways to take part. */
    public static final String CONTRIBUTE = "contribute/index.html";

    public static final String WRITE_PRACTICE = "contribute/write-a-practice.html";
    public static final String LOG_ATTEMPT = "contribute/log-an-attempt.html";
    public static final String ASK_FOR_PRACTICE = "contribute/ask-for-a-practice.html";
    public static final String SUGGEST_CHANGE = "contribute/suggest-a-change.html";
    /** What the forms need to know of the playbook. */
    public static final String RULES = "contribute/rules.js";

    public static final String CHECKS = "contribute/checks.js";
    public static final String SKETCHES = "contribute/sketches.js";

    public static final String NOT_FOUND = "404.html";
    public static final String FEED_PRACTICES = "feeds/practices.xml";
    public static final String FEED_ATTEMPTS = "feeds/attempts.xml";

    private static final String HEX = "0123456789ABCDEF";

    private Addresses() {}

    public static String of(Entry entry) {
        if (entry instanceof Practice) {
            return "practices/" + entry.slug() + ".html";
        }
        if (entry instanceof Attempt) {
            return "attempts/" + entry.slug() + ".html";
        }
        if (entry instanceof Pathway) {
            return "pathways/" + entry.slug() + ".html";
        }
        return page((Page) entry);
    }

    private static String page(Page page) {
        return "pages/" + page.slug() + ".html";
    }

    /** A pathway on one page to print. */
    public static String runSheet(Pathway pathway) {
        return "pathways/" + pathway.slug() + ".run-sheet.html"; // no slug has a dot
    }

    public static String of(Term term) {
        return term(term.taxonomy(), term.slug());
    }

    public static String term(Taxonomy taxonomy, String slug) {
        return taxonomy.key() + "/" + slug + ".html";
    }

    public static String of(Taxonomy taxonomy) {
        return taxonomy.key() + "/index.html";
    }

    /** The page of a folder below {@code pages/}; the outermost is empty. */
    public static String folder(String folder) {
        return folder.isEmpty() ? PAGES : "pages/" + folder + "/index.html";
    }

    /** An image or download, where the content folder has it. */
    public static String asset(String path) {
        return "files/" + path;
    }

    /** The form that logs an attempt at a practice. */
    public static String attemptAt(Practice practice) {
        return LOG_ATTEMPT + "?practice=" + url(practice.slug());
    }

    /** The form in which a text can be changed, by its path below the content folder. */
    public static String suggest(String file) {
        return SUGGEST_CHANGE + "?file=" + url(file);
    }

    /** The script that brings the n-th part of the contributors' texts. */
    public static String sources(int number) {
        return "contribute/texts-" + number + ".js";
    }

    /** The anchor of a glossary entry. */
    public static String anchor(String term) {
        return Slug.of(term);
    }

    /**
     * The way from one page to another.
     *
     * @param from a path from the site's root
     * @param to a path from the site's root
     */
    public static String relative(String from, String to) {
        int common = 0;
        for (int i = 0; i < Math.min(from.length(), to.length()) && from.charAt(i) == to.charAt(i); i++) {
            if (from.charAt(i) == '/') {
                common = i + 1;
            }
        }
        StringBuilder way = new StringBuilder();
        for (int i = common; i < from.length(); i++) {
            if (from.charAt(i) == '/') {
                way.append("../");
            }
        }
        return way.append(to, common, to.length()).toString();
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
