package org.practiceplaybook.importer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.markdown.Link;
import org.practiceplaybook.markdown.Url;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Nfc;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/**
 * Turns the links of a library into links of the playbook. A link to what is not brought over becomes its text with the
 * address behind it, so that the playbook has no broken links and nothing is lost.
 */
final class LinkRewriter {
    private static final Pattern WIKI =
            Pattern.compile("(?<![\\\\!])\\[\\[([^\\[\\]|\\n]{1,200})(?:\\|([^\\[\\]\\n]{1,200}))?\\]\\]");
    private static final Pattern BASE = Pattern.compile(
            "\\{\\{\\s*(?:site\\.(?:baseurl|url)|base_path|site\\.url\\s*\\}\\}\\{\\{\\s*site\\.baseurl)\\s*\\}\\}/?");
    private static final Pattern TEMPLATE = Pattern.compile("\\{%|\\{\\{[<%]?");
    private static final Pattern TAG = Pattern.compile("<(img|a)\\b[^<>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern END_OF_LINK = Pattern.compile("</a[ ]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALT = Pattern.compile("\\balt=[\"']([^\"'<>]*)[\"']", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER =
            Pattern.compile("\\s*>?\\s*(?:\"[^\"\\n]*\"|'[^'\\n]*'|\\([^)\\n]*\\))?\\s*\\)");
    /** Where site generators keep the files that pages call by a path from the root. */
    private static final List<String> ROOTS = List.of("", "static/", "assets/", "public/", "src/", "docs/", "content/");

    private final String site;
    private final Targets targets;
    private final List<Handbook> handbooks;
    private final Set<String> files;
    private final Function<String, String> placeOfFile;
    private final Map<String, Body> bodies;
    /** The paths in the library, by those of the new texts: each link asks. */
    private final Map<String, String> origins = new HashMap<>();

    /**
     * A rewriter for a library.
     *
     * @param site the old site's address, or empty
     * @param files the library's other files
     * @param placeOfFile where a file of the library will be, below the content folder
     * @param bodies the new texts as they are parsed, by path in the library
     */
    LinkRewriter(
            String site,
            Targets targets,
            List<Handbook> handbooks,
            Set<String> files,
            Function<String, String> placeOfFile,
            Map<String, Body> bodies) {
        this.site = site;
        this.targets = targets;
        this.handbooks = handbooks;
        this.files = files;
        this.placeOfFile = placeOfFile;
        this.bodies = bodies;
        targets.all().forEach((path, target) -> origins.put(target.path(), path));
    }

    /** A text with its links set, the library's files that it uses, and what it could not be linked to. */
    record Rewritten(String content, List<String> used, List<Diagnostic> told) {}

    /** A piece of a text and what takes its place. */
    private record Change(Span span, String text) {}

    /** Template language that only stands for the site's address is taken away before links are looked for. */
    static String withoutBase(String content) {
        return BASE.matcher(content).replaceAll("/");
    }

    Rewritten rewrite(Converter.Converted converted) {
        String content = converted.content();
        Body body = bodies.get(converted.text().file().path());
        List<Change> changes = new ArrayList<>();
        List<String> used = new ArrayList<>();
        List<Diagnostic> told = new ArrayList<>();
        Map<String, Integer> searched = new HashMap<>();
        for (Link link : body.links()) {
            String address = content.substring(link.span().start(), link.span().end());
            boolean ofSite = isOfSite(link.url().value());
            if (link.url().kind() == Url.Kind.OUTSIDE && !ofSite || address.isEmpty()) {
                continue;
            }
            Place place = place(converted, address, searched);
            String path =
                    ofSite ? "/" + link.url().value().substring(site.length()).replaceFirst("^/+", "") : address;
            Optional<String> to = resolve(converted, path, link.image(), used);
            if (to.isEmpty() && !site.isEmpty() && path.startsWith("/")) {
                // what was not brought over is still where it was
                changes.add(new Change(link.span(), site + path));
                told.add(nowhere(converted, link, place, address, "stays a link to the old site"));
                continue;
            }
            if (to.isPresent()) {
                boolean blank = to.get().matches(".*[\\s()<>].*");
                if (!to.get().equals(address)) {
                    changes.add(new Change(link.span(), blank ? to.get().replace(" ", "%20") : to.get()));
                }
                continue;
            }
            asText(content, link.span(), address)
                    .or(() -> tagAsText(content, link.span(), address))
                    .ifPresent(changes::add);
            told.add(nowhere(converted, link, place, address, "leads to nothing that was brought over"));
        }
        wiki(converted, content, changes);
        templates(converted, told);
        return new Rewritten(applied(content, changes), used, told);
    }

    private boolean isOfSite(String address) {
        return !site.isEmpty()
                && address.startsWith(site)
                && (address.length() == site.length() || "/#?".indexOf(address.charAt(site.length())) >= 0);
    }

    private static Diagnostic nowhere(
            Converter.Converted converted, Link link, Place place, String address, String what) {
        return Diagnostic.of(
                link.image() ? RuleCode.IMAGE_MISSING : RuleCode.LINK_NOWHERE,
                converted.text().file().at(place.span()),
                (link.image() ? "the image \"" : "the link to \"") + shown(address) + "\" " + what);
    }

    private record Place(Span span) {}

    /** Where an address stands in the library's own file: the next of several alike each time. */
    private static Place place(Converter.Converted converted, String address, Map<String, Integer> searched) {
        SourceFile file = converted.text().file();
        int at = file.text().indexOf(address, searched.getOrDefault(address, 0));
        if (at < 0) {
            return new Place(Span.NONE);
        }
        searched.put(address, at + address.length());
        return new Place(new Span(at, at + address.length()));
    }

    private static String shown(String address) {
        return address.length() > 80 ? address.substring(0, 80) + "…" : address;
    }

    private Optional<String> resolve(Converter.Converted converted, String written, boolean image, List<String> used) {
        if (Url.of(written).kind() == Url.Kind.UNSAFE) {
            return Optional.empty();
        }
        int hash = written.indexOf('#');
        String anchor = hash < 0 ? "" : written.substring(hash + 1);
        String path = Url.decoded((hash < 0 ? written : written.substring(0, hash)).replaceAll("\\?.*$", ""));
        String from = converted.text().file().path();
        if (path.isEmpty()) {
            return image ? Optional.empty() : Optional.of(anchored("", from, anchor));
        }
        for (String candidate : candidates(from, path)) {
            if (!image) {
                for (String form :
                        List.of("", ".md", ".markdown", "/index.md", "/README.md", "/readme.md", "/_index.md")) {
                    Targets.Target other = targets.all().get(candidate.replaceAll("(?i)\\.html?$", "") + form);
                    other = other == null ? targets.all().get(candidate + form) : other;
                    if (other != null) {
                        return Optional.of(link(converted, other, anchor));
                    }
                }
            }
            if (files.contains(candidate)) {
                used.add(candidate);
                return Optional.of(url(relative(converted.target().path(), placeOfFile.apply(candidate))));
            }
        }
        return image ? Optional.empty() : targets.named(path).map(other -> link(converted, other, anchor));
    }

    private String link(Converter.Converted converted, Targets.Target other, String anchor) {
        return anchored(url(relative(converted.target().path(), other.path())), origins.get(other.path()), anchor);
    }

    /** An anchor is kept where the new text has it: headings may have got another name. */
    private String anchored(String link, String path, String anchor) {
        Body body = bodies.get(path);
        String plain = Url.decoded(anchor);
        boolean there = body != null
                && (body.anchors().contains(plain)
                        || body.anchors().contains(plain.toLowerCase(java.util.Locale.ROOT)));
        if (there && !anchor.isEmpty()) {
            return link + "#" + anchor;
        }
        return link.isEmpty() ? url(fileName(targets.all().get(path).path())) : link;
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private List<String> candidates(String from, String path) {
        List<String> candidates = new ArrayList<>();
        String folder = from.contains("/") ? from.substring(0, from.lastIndexOf('/')) : "";
        if (!path.startsWith("/")) {
            normalised(folder + "/" + path).ifPresent(candidates::add);
        }
        handbooks.stream()
                .filter(handbook -> Handbook.isWithin(from, handbook.root()))
                .forEach(handbook -> normalised(handbook.root() + "/" + path).ifPresent(candidates::add));
        for (String root : ROOTS) {
            normalised(root + path).ifPresent(candidates::add);
        }
        // what lies in a folder of a larger repository has its root there
        for (String above = folder; !above.isEmpty() && path.startsWith("/"); above = Handbook.folder(above)) {
            for (String root : ROOTS) {
                normalised(above + "/" + root + path).ifPresent(candidates::add);
            }
        }
        return candidates;
    }

    /** Empty where it leads out of the library. */
    static Optional<String> normalised(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(Nfc.of(String.join("/", parts)));
    }

    /** {@code [text](address)} as text; empty where the address stands elsewhere, as in a definition below the text. */
    private static Optional<Change> asText(String content, Span address, String written) {
        int open = address.start() - 1;
        while (open >= 0 && (Character.isWhitespace(content.charAt(open)) || content.charAt(open) == '<')) {
            open--;
        }
        if (open < 1 || content.charAt(open) != '(' || content.charAt(open - 1) != ']') {
            return Optional.empty();
        }
        int depth = 1;
        int start = open - 2;
        while (start >= 0 && depth > 0) {
            char c = content.charAt(start);
            depth += c == ']' ? 1 : c == '[' ? -1 : 0;
            start--;
        }
        start++;
        Matcher after = AFTER.matcher(content).region(address.end(), content.length());
        if (depth > 0 || !after.lookingAt()) {
            return Optional.empty();
        }
        String text = content.substring(start + 1, open - 1);
        int from = start > 0 && content.charAt(start - 1) == '!' ? start - 1 : start;
        String code = "`" + written.replace("`", "'").replace("\n", " ") + "`";
        return Optional.of(new Change(new Span(from, after.end()), text.isBlank() ? code : text + " (" + code + ")"));
    }

    /** {@code <img src="address" alt="text">} and {@code <a href="address">text</a>} as text. */
    private static Optional<Change> tagAsText(String content, Span address, String written) {
        int open = content.lastIndexOf('<', address.start());
        int close = content.indexOf('>', address.end());
        Matcher tag = TAG.matcher(open < 0 || close < 0 ? "" : content.substring(open, close + 1));
        if (!tag.matches()) {
            return Optional.empty();
        }
        String where = " (" + PlainText.escaped(written.replace("\n", " ")) + ")";
        if (tag.group(1).equalsIgnoreCase("img")) {
            Matcher alt = ALT.matcher(tag.group());
            String text = alt.find() ? alt.group(1) : "";
            return Optional.of(new Change(new Span(open, close + 1), PlainText.escaped(text) + where));
        }
        Matcher end = END_OF_LINK.matcher(content).region(close + 1, content.length());
        return end.find()
                ? Optional.of(new Change(new Span(open, end.end()), content.substring(close + 1, end.start()) + where))
                : Optional.empty();
    }

    private void wiki(Converter.Converted converted, String content, List<Change> changes) {
        Matcher wiki = WIKI.matcher(content);
        int bodyStart = content.indexOf("\n---\n") + 5;
        while (wiki.find()) {
            if (wiki.start() < bodyStart) {
                continue;
            }
            // TiddlyWiki has the name behind the bar, others before it
            for (String name : wiki.group(2) == null ? List.of(wiki.group(1)) : List.of(wiki.group(1), wiki.group(2))) {
                Optional<Targets.Target> other = targets.named(name);
                if (other.isPresent()) {
                    String text = wiki.group(2) == null || wiki.group(2).equals(name) ? wiki.group(1) : wiki.group(2);
                    changes.add(new Change(
                            new Span(wiki.start(), wiki.end()),
                            "[" + text + "](" + link(converted, other.get(), "") + ")"));
                    break;
                }
            }
        }
    }

    private static void templates(Converter.Converted converted, List<Diagnostic> told) {
        SourceFile file = converted.text().file();
        Matcher template = TEMPLATE.matcher(BASE.matcher(file.text())
                .replaceAll(match -> " ".repeat(match.group().length())));
        if (template.find()) {
            told.add(Diagnostic.of(
                    RuleCode.TEMPLATE_LANGUAGE,
                    file.at(file.lineAt(template.start())),
                    "this is the language of another tool; it is shown as it is written"));
        }
    }

    private static String applied(String content, List<Change> changes) {
        List<Change> inOrder = changes.stream()
                .sorted(Comparator.comparing(change -> change.span().start()))
                .toList();
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Change change : inOrder) {
            if (change.span().start() < at) {
                continue; // an image in a link that became text
            }
            out.append(content, at, change.span().start()).append(change.text());
            at = change.span().end();
        }
        return out.append(content, at, content.length()).toString();
    }

    static String relative(String from, String to) {
        String[] a = from.split("/");
        String[] b = to.split("/");
        int common = 0;
        while (common < a.length - 1 && common < b.length - 1 && a[common].equals(b[common])) {
            common++;
        }
        return "../".repeat(a.length - 1 - common)
                + String.join("/", java.util.Arrays.asList(b).subList(common, b.length));
    }

    private static String url(String path) {
        return path.replace("%", "%25")
                .replace(" ", "%20")
                .replace("(", "%28")
                .replace(")", "%29")
                .replace("#", "%23")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("?", "%3F");
    }
}
