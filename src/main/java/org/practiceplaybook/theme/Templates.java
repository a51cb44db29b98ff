package org.practiceplaybook.theme;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.attributes.AttributeResolver;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.practiceplaybook.markdown.Html;

/**
 * Pebble, set up so that a mistake in a template is an error and not an empty place: strict variables, everything escaped,
 * no calls but to the accessors of the values that it is given.
 */
final class Templates {
    private static final String FOLDER = "templates/";
    private static final String END = ".peb";

    private final Set<String> names;
    private final PebbleEngine engine;
    private final Map<Locale, Voice> voices = new ConcurrentHashMap<>();

    /** What {@code t} and {@code asset} say in a language. A macro sees no variable of its page, but it knows the locale. */
    private record Voice(Words words, UnaryOperator<String> asset) {}

    Templates(Map<String, byte[]> files) {
        Map<String, String> sources = new HashMap<>();
        files.forEach((path, bytes) -> {
            if (path.startsWith(FOLDER) && path.endsWith(END)) {
                String name = path.substring(FOLDER.length(), path.length() - END.length());
                sources.put(name, new String(bytes, StandardCharsets.UTF_8));
            }
        });
        this.names = Set.copyOf(sources.keySet());
        this.engine = new PebbleEngine.Builder()
                .loader(new SourceLoader(sources))
                .strictVariables(true)
                .autoEscaping(true)
                .addEscapingStrategy("html", text -> Html.text(text).toString())
                .newLineTrimming(false)
                .defaultLocale(Locale.ROOT)
                .methodAccessValidator((object, method) ->
                        method.getDeclaringClass() != Object.class && method.getDeclaringClass() != Class.class)
                .extension(new PlaybookExtension(context -> voices.get(context.getLocale())))
                .build();
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
        names.stream().sorted().forEach(this::template);
    }

    private PebbleTemplate template(String name) {
        if (!names.contains(name)) {
            throw new ThemeProblem("the theme has no template templates/" + name + END);
        }
        try {
            return engine.getTemplate(name);
        } catch (PebbleException e) {
            throw problem(e);
        }
    }

    Utf8 render(String name, Words words, Map<String, Object> values) {
        PebbleTemplate template = template(name);
        Utf8 page = new Utf8();
        try {
            template.evaluate(page, values, locale(words));
        } catch (PebbleException e) {
            throw problem(e);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail like a disk", e);
        }
        return page;
    }

    private static ThemeProblem problem(PebbleException e) {
        return new ThemeProblem("theme/" + FOLDER + e.getFileName() + END + ":" + e.getLineNumber() + ": "
                + String.valueOf(e.getPebbleMessage())
                        .replaceFirst(",?\\s+(?:starting )?(?:on )?line number\\s*$", ""));
    }

    /** What templates can call: {@code t}, {@code tn}, {@code asset}, and the filters {@code html} and {@code json}. */
    private static final class PlaybookExtension extends AbstractExtension {
        private final java.util.function.Function<EvaluationContext, Voice> voice;

        PlaybookExtension(java.util.function.Function<EvaluationContext, Voice> voice) {
            this.voice = voice;
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
                    "asset",
                            new Call(
                                    List.of("name"),
                                    (args, context) ->
                                            voice.apply(context).asset().apply(String.valueOf(args.get("name")))));
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
                throw new ThemeProblem(
                        problem.getMessage() + " — asked for in theme/" + FOLDER + self.getName() + END + ":" + line);
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
            return new SafeString(
                    input instanceof Json json
                            ? json.toString()
                            : Json.of(input).toString());
        }

        @Override
        public List<String> getArgumentNames() {
            return List.of();
        }
    }
}
