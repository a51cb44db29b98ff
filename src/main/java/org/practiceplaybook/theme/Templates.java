package org.practiceplaybook.theme;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.attributes.AttributeResolver;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.error.RootAttributeNotFoundException;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.core.CoreExtension;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.practiceplaybook.markdown.Html;

/**
 * Pebble, set up so that a mistake in a template is an error and not an empty place: strict variables, everything escaped,
 * no calls but to the accessors of the values that it is given.
 */
final class Templates {
    static final String FOLDER = "templates/";
    static final String END = ".peb";

    /** What Pebble says of a name that it does not know. */
    private static final Pattern UNKNOWN = Pattern.compile(
            "(Function or Macro|Filter|Test) \\[(\\w+)] does not exist\\.?|Unexpected tag name \"(\\w+)\"");

    private final Map<String, TemplateSource> sources;
    private final PlaybookExtension extension;
    private final PebbleEngine engine;
    private final Map<Locale, Voice> voices = new ConcurrentHashMap<>();

    /** What {@code t} and {@code asset} say in a language. A macro sees no variable of its page, but it knows the locale. */
    private record Voice(Words words, UnaryOperator<String> asset) {}

    Templates(Map<String, byte[]> files) {
        this.sources = sources(files);
        TemplateNames.check(sources);
        this.extension = new PlaybookExtension(context -> voices.get(context.getLocale()), Icons.of(files));
        this.engine = new PebbleEngine.Builder()
                .loader(new SourceLoader(sources))
                .strictVariables(true)
                .autoEscaping(true)
                .addEscapingStrategy("html", text -> Html.text(text).toString())
                .newLineTrimming(false)
                .defaultLocale(Locale.ROOT)
                .methodAccessValidator((object, method) ->
                        method.getDeclaringClass() != Object.class && method.getDeclaringClass() != Class.class)
                .extension(extension)
                .build();
    }

    /** A theme's templates by name: its own, each with the macros that it leaves out, and the program's as {@code default/…}. */
    static Map<String, TemplateSource> sources(Map<String, byte[]> files) {
        Map<String, TemplateSource> sources = new TreeMap<>();
        for (String from : List.of(TemplateSource.DEFAULT + FOLDER, FOLDER)) {
            files.forEach((path, bytes) -> {
                if (path.startsWith(from) && path.endsWith(END)) {
                    String name =
                            path.replaceFirst(FOLDER, "").substring(0, path.length() - FOLDER.length() - END.length());
                    TemplateSource source = new TemplateSource(name, new String(bytes, StandardCharsets.UTF_8));
                    TemplateSource original = sources.get(TemplateSource.DEFAULT + name);
                    sources.put(
                            name,
                            original == null || original.text().equals(source.text())
                                    ? source
                                    : source.withMacrosOf(original));
                }
            });
        }
        return sources;
    }

    /**
     * Learns a language, in which pages can be rendered from now on.
     *
     * @param asset the path of an asset from the root of pages in that language
     */
    void speak(Words words, UnaryOperator<String> asset) {
        voices.put(locale(words), new Voice(words, asset));
    }

    private static Locale locale(Words words) {
        return Locale.forLanguageTag(words.language());
    }

    /** Every template, compiled: to find the mistakes of all before any is used. */
    void compile() {
        sources.keySet().forEach(this::template);
    }

    private PebbleTemplate template(String name) {
        if (!sources.containsKey(name)) {
            throw new ThemeProblem("the theme has no template " + FOLDER + name + END);
        }
        try {
            return engine.getTemplate(name);
        } catch (PebbleException e) {
            throw problem(e, name, Set.of());
        }
    }

    Utf8 render(String name, Words words, Map<String, Object> values) {
        PebbleTemplate template = template(name);
        Utf8 page = new Utf8();
        try {
            template.evaluate(page, values, locale(words));
        } catch (PebbleException e) {
            throw problem(e, name, values.keySet());
        } catch (StackOverflowError e) {
            throw new ThemeProblem(
                    place(name) + " comes back to itself without end. To build on the program's own template"
                            + " write {% extends \"" + TemplateSource.DEFAULT + name + "\" %}");
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail like a disk", e);
        }
        return page;
    }

    /** Where a template lies, as people say it. */
    static String place(String name) {
        return name.startsWith(TemplateSource.DEFAULT)
                ? "the program's own " + FOLDER + name.substring(TemplateSource.DEFAULT.length()) + END
                : "theme/" + FOLDER + name + END;
    }

    private ThemeProblem problem(PebbleException wrapper, String asked, Set<String> values) {
        PebbleException e = wrapper;
        while (e.getCause() instanceof PebbleException cause && cause.getLineNumber() != null) {
            e = cause;
        }
        boolean placed = e.getFileName() != null && e.getLineNumber() != null;
        return new ThemeProblem(
                (placed ? place(e.getFileName()) + ":" + e.getLineNumber() : place(asked)) + ": " + told(e, values));
    }

    private String told(PebbleException e, Set<String> values) {
        if (e instanceof RootAttributeNotFoundException unknown) {
            return "there is no value \"" + unknown.getAttributeName() + "\""
                    + DidYouMean.of(unknown.getAttributeName(), values) + Accessors.LISTED;
        }
        String message =
                String.valueOf(e.getPebbleMessage()).replaceFirst(",?\\s+(?:starting )?(?:on )?line number\\s*$", "");
        Matcher name = UNKNOWN.matcher(message);
        if (!name.find()) {
            return message;
        }
        return name.group(3) != null
                ? "there is no tag \"" + name.group(3) + "\"" + DidYouMean.of(name.group(3), extension.tags())
                : switch (name.group(1)) {
                    case "Filter" ->
                        "there is no filter \"" + name.group(2) + "\""
                                + DidYouMean.of(name.group(2), extension.filters());
                    case "Test" ->
                        "there is no test \"" + name.group(2) + "\"" + DidYouMean.of(name.group(2), extension.tests());
                    default ->
                        macro(name.group(2))
                                .orElseGet(() -> "there is no function or macro \"" + name.group(2) + "\""
                                        + DidYouMean.of(name.group(2), extension.functions(sources.values())));
                };
    }

    /** What to write where a macro is not known that another template has. */
    private Optional<String> macro(String macro) {
        return sources.entrySet().stream()
                .filter(source -> source.getValue().tags().stream()
                        .anyMatch(
                                tag -> tag.kind().equals("macro") && tag.name().equals(macro)))
                .map(source -> source.getKey().replaceFirst("^" + TemplateSource.DEFAULT, ""))
                .sorted()
                .findFirst()
                .map(template -> "the macro \"" + macro + "\" is in \"" + template + "\"; write {% import \"" + template
                        + "\" %} at the top");
    }

    /**
     * What templates can call: {@code t}, {@code tn}, {@code asset}, {@code icon}, and the filters {@code html} and {@code
     * json}.
     */
    private static final class PlaybookExtension extends AbstractExtension {
        private final CoreExtension core = new CoreExtension();
        private final java.util.function.Function<EvaluationContext, Voice> voice;
        private final Icons icons;

        PlaybookExtension(java.util.function.Function<EvaluationContext, Voice> voice, Icons icons) {
            this.voice = voice;
            this.icons = icons;
        }

        Set<String> tags() {
            return core.getTokenParsers().stream().map(TokenParser::getTag).collect(Collectors.toSet());
        }

        Set<String> filters() {
            return both(core.getFilters(), getFilters());
        }

        Set<String> tests() {
            return core.getTests().keySet();
        }

        Set<String> functions(Collection<TemplateSource> sources) {
            Set<String> names = both(core.getFunctions(), getFunctions());
            sources.forEach(source -> source.tags().stream()
                    .filter(tag -> tag.kind().equals("macro"))
                    .forEach(tag -> names.add(tag.name())));
            return names;
        }

        private static Set<String> both(Map<String, ?> some, Map<String, ?> others) {
            Set<String> names = new TreeSet<>(some.keySet());
            names.addAll(others.keySet());
            return names;
        }

        @Override
        public Map<String, Function> getFunctions() {
            return Map.of(
                    "t",
                            new Call(
                                    List.of("key", "a", "b", "c"),
                                    (args, context) -> voice.apply(context)
                                            .words()
                                            .get(String.valueOf(args.get("key")), values(args, "a", "b", "c"))),
                    "tn",
                            new Call(
                                    List.of("key", "n", "a", "b"),
                                    (args, context) -> voice.apply(context)
                                            .words()
                                            .count(
                                                    String.valueOf(args.get("key")),
                                                    number(args.get("n")),
                                                    values(args, "a", "b"))),
                    "counted",
                            new Call(
                                    List.of("key"),
                                    (args, context) ->
                                            voice.apply(context).words().forms(String.valueOf(args.get("key")))),
                    "asset",
                            new Call(
                                    List.of("name"),
                                    (args, context) ->
                                            voice.apply(context).asset().apply(String.valueOf(args.get("name")))),
                    "icon",
                            new Call(
                                    List.of("name", "style"),
                                    (args, context) -> new SafeString(icons.get(
                                            String.valueOf(args.get("name")),
                                            Objects.toString(args.get("style"), "icon")))));
        }

        @Override
        public Map<String, Filter> getFilters() {
            return Map.of("html", new HtmlFilter(), "json", new JsonFilter());
        }

        @Override
        public List<AttributeResolver> getAttributeResolver() {
            return List.of(new Accessors());
        }

        private static int number(Object value) {
            return value instanceof Number number ? number.intValue() : 0;
        }

        private static Object[] values(Map<String, Object> args, String... names) {
            int count = 0;
            while (count < names.length && args.get(names[count]) != null) {
                count++;
            }
            Object[] values = new Object[count];
            for (int i = 0; i < count; i++) {
                values[i] = args.get(names[i]);
            }
            return values;
        }
    }

    private record Call(List<String> names, BiFunction<Map<String, Object>, EvaluationContext, Object> work)
            implements Function {
        @Override
        public Object execute(Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
            try {
                return work.apply(args, context);
            } catch (ThemeProblem problem) {
                throw new ThemeProblem(problem.getMessage() + " — asked for in " + place(self.getName()) + ":" + line);
            }
        }

        @Override
        public List<String> getArgumentNames() {
            return names;
        }
    }

    /** Puts markup into a page as it is. Takes nothing but {@link Html}, which only the Markdown room makes. */
    private static final class HtmlFilter implements Filter {
        @Override
        public Object apply(
                Object input, Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
            if (input instanceof Html html) {
                return new SafeString(html.toString());
            }
            throw new PebbleException(
                    null, "only markup that the generator made may be put here", line, self.getName());
        }

        @Override
        public List<String> getArgumentNames() {
            return List.of();
        }
    }

    /** Writes a value as JSON, in which no sign can end a script element. */
    private static final class JsonFilter implements Filter {
        @Override
        public Object apply(
                Object input, Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
            try {
                return new SafeString(String.valueOf(input instanceof Json json ? json : Json.of(input)));
            } catch (IllegalArgumentException e) {
                throw new PebbleException(null, e.getMessage(), line, self.getName());
            }
        }

        @Override
        public List<String> getArgumentNames() {
            return List.of();
        }
    }
}
