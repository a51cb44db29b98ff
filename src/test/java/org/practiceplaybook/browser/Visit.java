package org.practiceplaybook.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** A page that is looked at, with all that a reader should never see: console messages, failures, requests elsewhere. */
final class Visit implements AutoCloseable {
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    /**
     * Opens an empty page.
     *
     * @param home every request must begin with this
     */
    Visit(BrowserContext context, String home) {
        this.page = context.newPage();
        page.onConsoleMessage(message -> complaints.add("console " + message.type() + ": " + message.text()));
        page.onPageError(error -> complaints.add("error: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(home) && !request.url().startsWith("data:")) {
                complaints.add("a request to outside: " + request.url());
            }
        });
        page.onRequestFailed(request -> complaints.add("failed: " + request.url() + " " + request.failure()));
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add("status " + response.status() + ": " + response.url());
            }
        });
    }

    Page page() {
        return page;
    }

    Visit go(String url) {
        page.navigate(url);
        page.waitForLoadState();
        return this;
    }

    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        page.close();
    }
}
