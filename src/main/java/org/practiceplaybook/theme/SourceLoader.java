package org.practiceplaybook.theme;

import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.loader.Loader;
import java.io.Reader;
import java.io.StringReader;
import java.util.Map;

/** Templates by name, read beforehand: an include can name nothing else, so no path can climb out of the theme. */
final class SourceLoader implements Loader<String> {
    private final Map<String, TemplateSource> sources;

    SourceLoader(Map<String, TemplateSource> sources) {
        this.sources = Map.copyOf(sources);
    }

    @Override
    public Reader getReader(String name) {
        TemplateSource source = sources.get(name);
        if (source == null) {
            throw new LoaderException(
                    null, "the theme has no template \"" + name + "\"" + DidYouMean.of(name, sources.keySet()));
        }
        return new StringReader(source.forPebble());
    }

    @Override
    public String resolveRelativePath(String relativePath, String anchorPath) {
        return relativePath;
    }

    @Override
    public String createCacheKey(String templateName) {
        return templateName;
    }

    @Override
    public boolean resourceExists(String templateName) {
        return sources.containsKey(templateName);
    }

    @Override
    public void setCharset(String charset) {
        // sources are text already
    }

    @Override
    public void setPrefix(String prefix) {
        // names are complete
    }

    @Override
    public void setSuffix(String suffix) {
        // names are complete
    }
}
