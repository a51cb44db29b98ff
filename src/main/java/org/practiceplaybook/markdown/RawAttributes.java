package org.practiceplaybook.markdown;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/** Writes of an element's attributes those of a closed list, and tells of the others. */
final class RawAttributes {
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,4}");
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}_:-][\\p{L}\\p{N}_:.-]{0,199}");
    private static final Pattern LANGUAGE =
            Pattern.compile("([a-z]{2})(?:-(?:Hans|Hant|Latn|Cyrl|Arab))?(?:-([A-Z]{2}))?");
    private static final Pattern DATE =
            Pattern.compile("[12][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?)?");

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Written by the playbook itself, for a writer's desk. */
    private static final String LINE = "data-line";

    private final SourceFile file;
    private final RawTree tree;
    private final HeadingIds ids;
    private final boolean lines;
    private final StringBuilder out;
    private final List<Diagnostic> diagnostics;
    private final Set<String> anchors = new TreeSet<>();
    private final Set<String> dropped = new TreeSet<>();
    private Span firstDropped = Span.NONE;

    /**
     * The attributes of one text.
     *
     * @param lines are elements numbered by their lines in the file?
     * @param out what is written
     * @param diagnostics gets what is said of attributes
     */
    RawAttributes(
            SourceFile file,
            RawTree tree,
            HeadingIds ids,
            boolean lines,
            StringBuilder out,
            List<Diagnostic> diagnostics) {
        this.file = file;
        this.tree = tree;
        this.ids = ids;
        this.lines = lines;
        this.out = out;
        this.diagnostics = diagnostics;
    }

    /** The names that elements have besides headings. */
    Set<String> anchors() {
        return anchors;
    }

    /** Tells once of all that were not kept. */
    void reportDropped() {
        if (!dropped.isEmpty()) {
            diagnostics.add(Diagnostic.of(
                            RuleCode.HTML_ATTRIBUTE,
                            file.at(firstDropped),
                            "these HTML attributes are not kept: " + String.join(", ", dropped))
                    .effect("the text without them"));
        }
    }

    /** Is it a date as HTML writes it, or a part of one? */
    static boolean isDate(String value) {
        return DATE.matcher(value).matches();
    }

    /**
     * Writes what is kept of an element's attributes.
     *
     * @param name the element's
     * @param as the name that it is written under
     * @param inLink is it written within a link?
     */
    void write(Element element, String name, String as, boolean inLink) {
        boolean ours = tree.isOurs(element);
        reportHandlers(element);
        String role = element.attr("role");
        boolean hasRole = ours && HtmlElements.ROLES.contains(role);
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            String value = attribute.getValue();
            switch (key) {
                case "class" -> classes(element, value);
                case "align" -> {
                    if (!element.hasAttr("class")) {
                        classes(element, "");
                    }
                }
                case "id", "name" -> {
                    if (!HtmlElements.isHeading(name) || !as.equals(name)) {
                        id(element, key, ours);
                    }
                }
                case "colspan", "rowspan" -> {
                    // written where the whole table bears it
                }
                default -> {
                    if (ours && isOwn(key, value, hasRole, as, inLink) || isKept(element, key, value, as)) {
                        write(key, value);
                    } else if (!key.startsWith("on") && !ours) {
                        drop(element, key);
                    }
                }
            }
        }
    }

    /** What the playbook's own elements have beyond those of a contributor. */
    private boolean isOwn(String key, String value, boolean hasRole, String as, boolean inLink) {
        return switch (key) {
            case "role" -> hasRole;
            case "aria-label" -> hasRole || as.equals("section");
            case "tabindex" -> value.equals("0") && !inLink;
            case LINE -> lines;
            default -> false;
        };
    }

    private static boolean isKept(Element element, String key, String value, String as) {
        return switch (key) {
            case "title" -> true;
            case "lang" -> isLanguage(value);
            case "dir" -> Set.of("ltr", "rtl", "auto").contains(value);
            case "open" -> as.equals("details");
            case "start" -> as.equals("ol") && INTEGER.matcher(value).matches();
            case "reversed" -> as.equals("ol");
            case "type" -> as.equals("ol") && Set.of("1", "a", "A", "i", "I").contains(value);
            case "value" ->
                as.equals("li")
                        && element.parent() != null
                        && element.parent().nameIs("ol")
                        && INTEGER.matcher(value).matches();
            case "datetime" ->
                as.equals("time") && isDate(value)
                        || (as.equals("del") || as.equals("ins")) && value.length() == 10 && isDate(value);
            case "scope" -> as.equals("th") && Set.of("row", "col").contains(value);
            default -> false;
        };
    }

    private static boolean isLanguage(String value) {
        Matcher matcher = LANGUAGE.matcher(value);
        return matcher.matches()
                && LANGUAGES.contains(matcher.group(1))
                && (matcher.group(2) == null || COUNTRIES.contains(matcher.group(2)));
    }

    void write(String key, String value) {
        out.append(' ').append(key);
        if (!value.isEmpty()) {
            out.append("=\"");
            Escape.only("<&>\"", value, out);
            out.append('"');
        }
    }

    private void classes(Element element, String value) {
        String align = element.attr("align").toLowerCase(Locale.ROOT);
        Set<String> kept = new LinkedHashSet<>();
        for (String name : value.split("\\s+")) {
            if (HtmlElements.isClass(name)) {
                kept.add(name);
            }
        }
        if (Set.of("center", "right").contains(align)) {
            kept.add(align);
        }
        if (!kept.isEmpty()) {
            write("class", String.join(" ", kept));
        }
    }

    private void id(Element element, String key, boolean ours) {
        if (key.equals("name") && element.hasAttr("id")) {
            return;
        }
        if (ours) {
            write("id", element.attr("id"));
        } else {
            claim(element).ifPresent(id -> write("id", id));
        }
    }

    /** The anchor that a contributor gives to an element, if nothing else has it. */
    Optional<String> claim(Element element) {
        String id = element.hasAttr("id") ? element.attr("id") : element.attr("name");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        boolean reserved = id.startsWith("page.") || id.startsWith("fn.") || id.startsWith("fnref.");
        if (reserved || !ID.matcher(id).matches()) {
            drop(element, element.hasAttr("id") ? "id" : "name");
            return Optional.empty();
        }
        if (!ids.claim(id)) {
            taken(element, id);
            return Optional.empty();
        }
        anchors.add(id);
        return Optional.of(id);
    }

    private void taken(Element element, String id) {
        diagnostics.add(Diagnostic.of(
                        RuleCode.HTML_ATTRIBUTE,
                        file.at(tree.place(element, id)),
                        "a heading or another element of this text is called \"" + id + "\" already")
                .effect("this element without a name of its own; a link to #" + id + " leads to the other one")
                .remedy("give it another name, or take this one out"));
    }

    /** An element is left out, and links to it lead to its place all the same. */
    void keepId(Element element) {
        if (tree.isOurs(element)) {
            return;
        }
        claim(element).ifPresent(id -> {
            out.append("<span");
            write("id", id);
            out.append("></span>");
        });
    }

    private void drop(Element element, String attribute) {
        if (dropped.isEmpty()) {
            firstDropped = tree.place(element, attribute);
        }
        dropped.add(attribute);
    }

    void dropOthers(Element element, String as) {
        reportHandlers(element);
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            boolean known =
                    Set.of("href", "id", "name", "title", "class", "align").contains(key);
            if (!known && !key.startsWith("on") && !isKept(element, key, attribute.getValue(), as)) {
                drop(element, key);
            }
        }
    }

    void reportHandlers(Element element) {
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            if (key.startsWith("on")) {
                diagnostics.add(Diagnostic.of(
                                RuleCode.UNSAFE_HTML,
                                file.at(tree.place(element, key)),
                                "the attribute " + key + " runs code, which is not allowed")
                        .effect("the text without it")
                        .remedy("take the attribute out"));
            }
        }
    }
}
