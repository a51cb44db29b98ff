package org.practiceplaybook.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.practiceplaybook.content.Look;
import org.practiceplaybook.content.SectionNames;
import org.practiceplaybook.markdown.Html;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.work.MachineRefused;

/**
 * A theme in a language, ready to use: every word read, every asset named, templates compiled when they are needed. May be
 * shared between threads.
 */
public final class Theme {
    /** How the names of files end that wait beside others until somebody has looked at them. */
    private static final Pattern WAITING = Pattern.compile(".*\\.(?:new|old)(?:\\.\\d+)?");

    private final Map<String, byte[]> files;
    private final Words words;
    private final Assets assets;
    private final Templates templates;
    private final List<Diagnostic> advice;
    private final List<SourceFile> sheets;

    private Theme(
            Map<String, byte[]> files,
            Words words,
            Assets assets,
            Templates templates,
            List<Diagnostic> advice,
            List<SourceFile> sheets) {
        this.files = files;
        this.sheets = sheets;
        this.words = words;
        this.assets = assets;
        this.templates = templates;
        this.advice = advice;
    }

    /**
     * The files of a theme by path: the jar's, replaced and added to by those of a folder. The jar's are there as {@code
     * default/…} as well, so that what replaces a file can build on it. Hidden files are left out, and those that wait beside
     * others; links on disk are not followed.
     *
     * @throws ThemeProblem where the folder has files under {@code default/}
     */
    public static Map<String, byte[]> files(Optional<Path> folder) {
        Map<String, byte[]> files = new TreeMap<>();
        Bundled.theme().forEach((path, bytes) -> {
            files.put(path, bytes);
            files.put(TemplateSource.DEFAULT + path, bytes);
        });
        if (folder.isPresent()) {
            try (Stream<Path> walk = Files.walk(folder.get())) {
                for (Path file : walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                        .toList()) {
                    String path = folder.get()
                            .relativize(file)
                            .toString()
                            .replace(file.getFileSystem().getSeparator(), "/");
                    if (path.startsWith(TemplateSource.DEFAULT)) {
                        throw new ThemeProblem("theme/" + path + ": \"" + TemplateSource.DEFAULT
                                + "\" is what the program's own files are called; move yours to theme/"
                                + path.substring(TemplateSource.DEFAULT.length()));
                    }
                    if (!path.startsWith(".")
                            && !path.contains("/.")
                            && !WAITING.matcher(path).matches()) {
                        files.put(path, Files.readAllBytes(file));
                    }
                }
            } catch (IOException e) {
                throw MachineRefused.because("read the theme in " + folder.get(), e);
            } catch (UncheckedIOException e) {
                throw MachineRefused.because("read the theme in " + folder.get(), e.getCause());
            }
        }
        return files;
    }

    /**
     * Makes a theme of its files.
     *
     * @param language of the playbook, BCP 47
     * @throws ThemeProblem where a file of it is wrong
     */
    public static Theme of(Map<String, byte[]> files, String language) {
        Assets assets = Assets.of(files);
        return new Theme(
                        files,
                        Words.of(files, language),
                        assets,
                        new Templates(files),
                        ThemeAdvice.on(files),
                        ThemeAdvice.sheets(files))
                .in(language, "");
    }

    /**
     * The same theme in a language.
     *
     * @param language of an edition, BCP 47
     * @param up the way from the edition's root to the site's, where the assets are
     */
    public Theme in(String language, String up) {
        Words local = language.equals(words.language()) ? words : Words.of(files, language);
        templates.speak(local, name -> up + assets.path(name));
        return new Theme(files, local, assets, templates, advice, sheets);
    }

    /** What somebody should know of the files that are not the program's. */
    public List<Diagnostic> advice() {
        return advice;
    }

    /** The style sheet that a playbook's settings make beside the theme's, if they make one. */
    public Optional<LookSheet> sheet(Look look) {
        return LookSheet.of(look, sheets, assets);
    }

    public Words words() {
        return words;
    }

    /** The same in another language. */
    public Words words(String language) {
        return Words.of(files, language);
    }

    /** What the sections of an entry are called, by language. */
    public Function<String, SectionNames> sections() {
        Function<String, SectionNames> others = Words.sections(files);
        return language -> language.equals(words.language()) ? words.sections() : others.apply(language);
    }

    /** The languages that there are words in, in lower case. */
    public List<String> languages() {
        return Words.languages(files);
    }

    public Assets assets() {
        return assets;
    }

    /**
     * Fills a template.
     *
     * @param template its name without folder and end: {@code practice}
     * @param values what it may use, by name
     * @throws ThemeProblem where the template asks for what is not there
     */
    public String render(String template, Map<String, Object> values) {
        return templates.render(template, words, values).toString();
    }

    /** The same as the bytes of a file. */
    public byte[] bytes(String template, Map<String, Object> values) {
        return templates.render(template, words, values).toBytes();
    }

    /**
     * A text of the theme that is put into what readers take with them.
     *
     * @param path {@code packaging/single.css}
     */
    public String text(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new ThemeProblem("the theme has no file \"" + path + "\"");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Fills a template that makes a part of a page. */
    public Html part(String template, Map<String, Object> values) {
        return Html.rendered(render(template, values));
    }

    /**
     * Compiles every template, also those that no page needs.
     *
     * @throws ThemeProblem where one has a mistake
     */
    public void compile() {
        templates.compile();
    }
}
