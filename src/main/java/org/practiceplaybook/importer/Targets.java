package org.practiceplaybook.importer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.value.PortableName;
import org.practiceplaybook.content.value.Slug;
import org.practiceplaybook.source.Nfc;
import org.practiceplaybook.yaml.Yaml;

/**
 * Where each text of a library goes, and how other texts may speak of it.
 *
 * @param all by its path in the library
 */
record Targets(Map<String, Target> all, Map<String, Target> byName) {
    private static final Pattern DATE = Pattern.compile("^\\d{4}-\\d{2}-\\d{2}[-_ ]+");
    private static final Pattern NUMBER = Pattern.compile("^\\d{1,4}[.)]?[-_ ]+(?=\\D)");
    /** Signs that some disk does not take, and those that nobody sees and that turn what stands beside them about. */
    private static final Pattern NOT_IN_NAMES =
            Pattern.compile("[<>:\"|?*\\\\\\p{Cntrl}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]");

    private static final Pattern ONLY_NUMBER = Pattern.compile("[\\d_.-]*");

    /**
     * Where a text goes.
     *
     * @param path of the new file below the content folder
     * @param slug its short name
     * @param order of a page among its neighbours, or {@link Handbook#NONE}
     * @param menu of the first page of a handbook what the menu calls it, or empty
     */
    record Target(String path, String slug, String title, Mapping.Use use, int order, String menu) {}

    static Targets of(List<ForeignText> texts, Mapping mapping, List<Handbook> handbooks) {
        Map<String, Target> all = new TreeMap<>();
        Map<String, Target> byName = new HashMap<>();
        Set<String> taken = new HashSet<>();
        Map<String, Target> byOldAddress = new HashMap<>();
        Set<String> numbered = numbered(texts.stream()
                .map(text -> text.file().path())
                .filter(path -> mapping.use(path) != Mapping.Use.NOTHING)
                .toList());
        Set<String> folders = new HashSet<>();
        Set<String> indexed = new HashSet<>();
        for (ForeignText text : texts) {
            String path = text.file().path();
            if (mapping.use(path) == Mapping.Use.PAGES) {
                folders.add(folder(path));
                if (isIndex(path)) {
                    indexed.add(folder(path));
                }
            }
        }
        folders.removeAll(indexed);
        for (ForeignText text : texts) {
            Mapping.Use use = mapping.use(text.file().path());
            if (use == Mapping.Use.NOTHING) {
                continue;
            }
            Target target = use == Mapping.Use.PRACTICES
                    ? practice(text, mapping, numbered, taken)
                    : page(text, mapping, handbooks, folders, numbered, taken);
            all.put(text.file().path(), target);
            value(text, mapping, Ours.AKA).ifPresent(address -> byOldAddress.put(Ours.normal(last(address)), target));
        }
        // the plainest names first, so that a title is not taken by another text's folder
        all.forEach((path, target) -> byName.putIfAbsent(Ours.normal(target.title()), target));
        all.forEach((path, target) -> byName.putIfAbsent(Ours.normal(target.slug()), target));
        all.forEach((path, target) -> byName.putIfAbsent(Ours.normal(name(path)), target));
        byOldAddress.forEach(byName::putIfAbsent);
        return new Targets(all, byName);
    }

    /** Folders in which every text has a number before its name: there it is a place in an order, else part of the name. */
    private static Set<String> numbered(List<String> paths) {
        Set<String> all = new HashSet<>();
        Set<String> without = new HashSet<>();
        for (String path : paths) {
            if (!isIndex(path)) {
                (NUMBER.matcher(name(path)).find() ? all : without).add(folder(path));
            }
        }
        all.removeAll(without);
        return all;
    }

    /** The text that is meant by a path, title, short name or address of the old site. */
    Optional<Target> named(String name) {
        for (String form : List.of(name, last(name))) {
            Target target = byName.get(Ours.normal(form));
            if (target != null && !Ours.normal(form).isEmpty()) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }

    /** The last part of an address. */
    private static String last(String address) {
        String plain = address.strip().replaceAll("[#?].*$", "").replaceAll("/+$", "");
        return plain.substring(plain.lastIndexOf('/') + 1).replaceAll("(?i)\\.(md|markdown|html?)$", "");
    }

    private static Target practice(ForeignText text, Mapping mapping, Set<String> numbered, Set<String> taken) {
        String path = text.file().path();
        String title = title(text, mapping);
        String slug = value(text, mapping, Ours.SLUG).map(Slug::of).orElse("");
        if (slug.isEmpty()) {
            String undated = DATE.matcher(name(path)).replaceFirst("");
            String bare =
                    numbered.contains(folder(path)) ? NUMBER.matcher(undated).replaceFirst("") : undated;
            slug = ONLY_NUMBER.matcher(bare).matches() ? "" : Slug.of(bare);
        }
        if (slug.isEmpty()) {
            slug = Slug.of(title);
        }
        slug = slug.isEmpty() ? "practice" : PortableName.renamed(cut(slug));
        String folder = Slug.of(folder(path).replace('/', '-'));
        String free = slug;
        for (int i = 2; !taken.add("practices/" + free); i++) {
            free = i == 2 && !folder.isEmpty() ? cut(folder + "-" + slug) : slug + "-" + i;
        }
        return new Target("practices/" + free + ".md", free, title, Mapping.Use.PRACTICES, Handbook.NONE, "");
    }

    /** @param alone folders of pages without one of their own: a page beside one, with its name, becomes that */
    private static Target page(
            ForeignText text,
            Mapping mapping,
            List<Handbook> handbooks,
            Set<String> alone,
            Set<String> numbered,
            Set<String> taken) {
        String path = text.file().path();
        String below = withoutEnd(Nfc.of(mapping.below(path)));
        String end = below.substring(below.lastIndexOf('/') + 1);
        boolean ofFolder = alone.contains(withoutEnd(path));
        String slug = end.equalsIgnoreCase("readme")
                        && taken.contains("pages/" + (folder(below) + "/index").toLowerCase(Locale.ROOT))
                ? folder(below) + "/readme"
                : end.equals("_index")
                        ? below.substring(0, below.length() - "_index".length()) + "index"
                        : ofFolder ? below + "/index" : below;
        slug = PortableName.renamed(NOT_IN_NAMES.matcher(slug).replaceAll("-"));
        String free = slug;
        for (int i = 2; !taken.add("pages/" + free.toLowerCase(Locale.ROOT)); i++) {
            free = slug + "-" + i;
        }
        String own = title(text, mapping);
        for (Handbook handbook : handbooks) {
            boolean first = isIndex(path) && folder(path).equals(handbook.root());
            Handbook.Place place = handbook.texts().get(path);
            if (first) {
                String title = handbook.title().isEmpty() ? own : handbook.title();
                String menu = folder(free).isEmpty() ? "" : title;
                return new Target("pages/" + free + ".md", free, title, Mapping.Use.PAGES, Handbook.NONE, menu);
            }
            if (place != null) {
                String title = place.title().isEmpty() ? own : place.title();
                Handbook.Place folder =
                        handbook.folders().get(ofFolder ? withoutEnd(path) : isIndex(path) ? folder(path) : "");
                int order = folder == null ? place.order() : Math.min(folder.order(), place.order());
                return new Target("pages/" + free + ".md", free, title, Mapping.Use.PAGES, order, "");
            }
        }
        Matcher number = NUMBER.matcher(name(path));
        int order = numbered.contains(folder(path)) && !isIndex(path) && number.find()
                ? Integer.parseInt(number.group().replaceAll("\\D", ""))
                : Handbook.NONE;
        return new Target("pages/" + free + ".md", free, own, Mapping.Use.PAGES, order, "");
    }

    /** Is a text its folder's own page? */
    static boolean isIndex(String path) {
        return Set.of("index", "readme", "indexpage")
                .contains(Ours.normal(withoutEnd(path.substring(path.lastIndexOf('/') + 1))));
    }

    private static String withoutEnd(String path) {
        return path.substring(0, path.lastIndexOf('.'));
    }

    /** The title: of the front matter, of the text's first heading, of a section called "Title", else of the file's name. */
    static String title(ForeignText text, Mapping mapping) {
        return value(text, mapping, Ours.TITLE)
                .or(() -> text.title()
                        .map(ForeignText.Located::text)
                        .map(title -> isTemplate(title)
                                ? text.slice(text.intro())
                                        .strip()
                                        .lines()
                                        .findFirst()
                                        .orElse(title)
                                : title))
                .or(() -> text.sections().stream()
                        .filter(section ->
                                mapping.ofHeading(section.heading().text()).is(Ours.TITLE))
                        .map(section -> ForeignField.of(text.file(), section).text())
                        .findFirst())
                .map(title -> title.replaceAll("\\s+", " ").strip())
                .filter(title -> !title.isEmpty())
                .orElseGet(() -> {
                    String words =
                            name(text.file().path()).replaceAll("[-_]+", " ").strip();
                    return words.isEmpty()
                            ? text.file().path()
                            : Character.toUpperCase(words.charAt(0)) + words.substring(1);
                });
    }

    private static Optional<String> value(ForeignText text, Mapping mapping, Ours field) {
        return text.keys().entries().stream()
                .filter(entry -> mapping.ofKey(entry.key().value()).is(field))
                .filter(entry -> entry.value() instanceof Yaml.Text value && !value.isEmpty())
                .map(entry -> ((Yaml.Text) entry.value()).value().strip())
                .findFirst();
    }

    /** {@code # Title}, and the title itself below it: so a template asks for it. */
    private static boolean isTemplate(String heading) {
        return Ours.normal(heading).equals(Fields.TITLE.key());
    }

    /** A file's name without its end; of a folder's own page the folder's name. */
    private static String name(String path) {
        String below = path.substring(0, path.lastIndexOf('.'));
        String name = below.substring(below.lastIndexOf('/') + 1);
        boolean index =
                name.equalsIgnoreCase("index") || name.equalsIgnoreCase("readme") || name.equalsIgnoreCase("_index");
        return index && below.contains("/")
                ? folder(below).substring(folder(below).lastIndexOf('/') + 1)
                : name;
    }

    private static String folder(String path) {
        return Handbook.folder(path);
    }

    private static String cut(String slug) {
        return slug.length() <= 80
                ? slug
                : slug.substring(0, slug.offsetByCodePoints(0, 60)).replaceAll("-+$", "");
    }
}
