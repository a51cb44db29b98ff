package org.practiceplaybook.pack;

import org.practiceplaybook.content.DownloadKind;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.publish.Packaging;

/**
 * A file that readers can take with them.
 *
 * @param file its name
 * @param edition whose page offers it
 */
record Download(DownloadKind kind, String file, Edition edition, Packaging packaging) {}
