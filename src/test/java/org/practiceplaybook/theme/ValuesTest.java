package org.practiceplaybook.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.markdown.Html;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.page.Frame;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.page.SiteOptions;
import org.practiceplaybook.page.SiteView;
import org.practiceplaybook.work.Workers;

/**
 * {@code theme/VALUES.md} says what each template may ask for. It is made of the records that templates get and of what their
 * Javadoc says.
 *
 * <p>Who changes a record or a block renews it: {@code mvn test -Dtest=ValuesTest -Dvalues.write=true}.
 */
class ValuesTest {
    private static final Path VALUES = Path.of("theme", "VALUES.md");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern GIVEN =
            Pattern.compile("theme/templates/([\\w-]+)\\.peb:\\d+: not for JSON: class (\\S+)");
    private static final Pattern PARAMETER = Pattern.compile("@param (\\w+) ([^@]*)");

    /** What is not made of a page, or not when a site is built. */
    private static final Map<String, String> OTHERS = Map.of(
            "cards", "org.practiceplaybook.card.CardPages$View",
            "changes", "org.practiceplaybook.review.ChangesPage$View",
            "downloads", "org.practiceplaybook.pack.DownloadsPage$View",
            "epub-cover", "org.practiceplaybook.pack.Epub$View",
            "epub-nav", "org.practiceplaybook.pack.Epub$View",
            "epub-package", "org.practiceplaybook.pack.Epub$View",
            "epub-page", "org.practiceplaybook.pack.Epub$View",
            "single", "org.practiceplaybook.pack.SingleFile$View",
            "start-here", "org.practiceplaybook.pack.OfflineZip$StartView");

    @Test
    void theListOfValuesIsCurrent() throws IOException {
        String made = made();
        if (Boolean.getBoolean("values.write")) {
            Files.writeString(VALUES, made);
        }
        assertThat(VALUES).as("see the Javadoc of this test").hasContent(made);
    }

    private static String made() {
        StringBuilder out = new StringBuilder("""
                # What templates may ask for

                Made by the program of its own records; do not change it by hand. [README.md](README.md) says how templates are written.

                A *text* is put into a page with `{{ … }}` and escaped. *Markup* is put in with `{{ … | html }}`. Of a value that is *not
                always there* ask `{% if value.isPresent %}` first, and write `value.get` then. A *list* has `is empty`, `size` and
                `{% for … in … %}`. A *path* needs `{{ frame.root }}` before it.

                Every template of a page gets `site`, `frame` and `page`. `top.peb`, `foot.peb`, `top-extra.peb` and `foot-extra.peb` are made
                once for many pages and get `site`, `root` (the way to the site's root) and `current` (the area of the menu). A block of
                `base.peb` can be filled by every page.

                """);
        Set<Class<?>> inside = new LinkedHashSet<>();
        out.append("## site\n\n").append(table("site", SiteView.class, inside));
        out.append("## frame\n\n").append(table("frame", Frame.class, inside));
        out.append("## page, template by template\n\n");
        Map<String, Class<?>> views = views();
        Map<String, TemplateSource> sources = Templates.sources(Bundled.theme());
        for (TemplateSource source : sources.values()) {
            List<String> blocks = source.tags().stream()
                    .filter(tag -> tag.kind().equals("block"))
                    .map(tag -> "`" + tag.name() + "`")
                    .toList();
            Class<?> view = views.get(source.name());
            if (blocks.isEmpty() && view == null) {
                continue;
            }
            out.append("### ").append(source.name()).append(".peb\n\n");
            if (!blocks.isEmpty()) {
                out.append("Blocks: ").append(String.join(", ", blocks)).append(".\n\n");
            }
            if (view != null) {
                out.append(table("page", view, inside));
            }
        }
        out.append("## What is in these values\n\n");
        Deque<Class<?>> waiting = new ArrayDeque<>(inside);
        Map<String, String> tables = new TreeMap<>();
        while (!waiting.isEmpty()) {
            Class<?> record = waiting.removeFirst();
            Set<Class<?>> more = new LinkedHashSet<>();
            String about = Documented.of(record).about();
            tables.put(
                    name(record),
                    "### " + name(record) + "\n\n" + (about.isEmpty() ? "" : about + "\n\n") + table("", record, more));
            more.removeIf(known -> tables.containsKey(name(known)) || waiting.contains(known));
            waiting.addAll(more);
        }
        tables.values().forEach(out::append);
        return out.toString().stripTrailing() + "\n";
    }

    /** Which record each template gets, as the program itself says when a template wants to see it whole. */
    private static Map<String, Class<?>> views() {
        Map<String, byte[]> files = new TreeMap<>(Bundled.theme());
        files.replaceAll((path, bytes) -> path.matches("templates/(?!top|foot|macros|forms)[^/]*\\.peb")
                ? "{{ page | json }}".getBytes(StandardCharsets.UTF_8)
                : bytes);
        Content content = ContentFolder.open(Path.of("src", "test", "resources", "golden", "content"))
                .read(new Workers(1));
        SiteFiles site = SiteFiles.of(
                Linker.link(content, History.NONE, false),
                Theme.of(files, "en"),
                new SiteOptions("content", "0.0.0", Map.of()),
                new Workers(1));
        Map<String, Class<?>> views = new TreeMap<>();
        OTHERS.forEach((template, view) -> views.put(template, named(view)));
        for (SiteFile sheet : site.listed().values()) {
            try {
                sheet.bytes().get();
            } catch (ThemeProblem problem) {
                Matcher given = GIVEN.matcher(problem.getMessage());
                assertThat(given.find()).as(problem.getMessage()).isTrue();
                views.put(given.group(1), named(given.group(2)));
            }
        }
        return views;
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String table(String prefix, Class<?> record, Set<Class<?>> inside) {
        StringBuilder out = new StringBuilder("| Ask for | and get | which is |\n|---|---|---|\n");
        Map<String, String> told = Documented.of(record).parameters();
        int rows = 0;
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.getType() != Frame.class) {
                rows++;
                out.append("| `")
                        .append(prefix.isEmpty() ? "" : prefix + ".")
                        .append(component.getName())
                        .append("` | ")
                        .append(kind(component.getGenericType(), inside))
                        .append(" | ")
                        .append(told.getOrDefault(component.getName(), ""))
                        .append(" |\n");
            }
        }
        return rows == 0
                ? "Nothing but `site` and `frame`.\n\n"
                : out.append('\n').toString();
    }

    private static String kind(Type type, Set<Class<?>> inside) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return kind(of[0], inside) + ", not always there";
            }
            if (generic.getRawType() == Map.class) {
                return "by key: " + kind(of[1], inside);
            }
            return "list: " + kind(of[0], inside);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            inside.add(plain);
            return "[" + name(plain) + "](#"
                    + name(plain).toLowerCase(java.util.Locale.ROOT).replace(".", "") + ")";
        }
        return plain == String.class
                ? "text"
                : plain == boolean.class
                        ? "yes or no"
                        : plain == int.class
                                ? "number"
                                : plain == Html.class
                                        ? "markup"
                                        : plain == Json.class ? "data, for `json`" : plain.getSimpleName();
    }

    private static String name(Class<?> record) {
        Class<?> outer = record.getEnclosingClass();
        return outer == null ? record.getSimpleName() : outer.getSimpleName() + "." + record.getSimpleName();
    }

    /** What the Javadoc of a record says. */
    private record Documented(String about, Map<String, String> parameters) {
        static Documented of(Class<?> record) {
            Class<?> file = record;
            while (file.getEnclosingClass() != null) {
                file = file.getEnclosingClass();
            }
            String source = read(SOURCES.resolve(file.getName().replace('.', '/') + ".java"));
            int at = source.indexOf("record " + record.getSimpleName() + "(");
            int end = source.lastIndexOf("*/", at);
            boolean own = end >= 0 && source.substring(end + 2, at).matches("\\s*(public |private )?\\s*");
            String note = own ? source.substring(source.lastIndexOf("/**", end) + 3, end) : "";
            String text = note.replaceAll("(?m)^\\s*\\* ?", "")
                    .replaceAll("\\{@code\\s+([^}]*)}", "`$1`")
                    .replaceAll("\\{@link \\S*?([\\w()]+)}", "`$1`")
                    .replaceAll("</?p>", "");
            Map<String, String> parameters = new TreeMap<>();
            List<String> words = new ArrayList<>(List.of(text.split("(?=@param)", 2)));
            PARAMETER.matcher(text).results().forEach(found -> parameters.put(found.group(1), line(found.group(2))));
            return new Documented(words.get(0).startsWith("@param") ? "" : line(words.get(0)), parameters);
        }

        private static String line(String text) {
            return text.strip().replaceAll("\\s+", " ").replace("|", "\\|");
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
