package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.Test;

/** The Nu HTML checker finds no error on any page. */
class ValidHtmlIT {
    @Test
    void everyPageIsValid() throws Exception {
        BuiltSite site = BuiltSite.get();
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        List<String> errors = new ArrayList<>();
        for (String path : site.pages()) {
            String found = validator.validate(site.folder().resolve(path));
            found.lines()
                    .filter(line -> !line.contains(": info"))
                    // the style sheet of the single page; the checker's CSS is older than layers
                    .filter(line -> !line.endsWith("CSS: Unrecognized at-rule “@layer”"))
                    .forEach(errors::add);
        }
        assertThat(errors).isEmpty();
    }
}
