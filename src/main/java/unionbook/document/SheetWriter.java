package unionbook.document;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * Writes one table to a stream. It is finished, not closed: a table whose rows broke off
 * must stay visibly broken.
 */
interface SheetWriter {

	void row(@Nullable Object[] cells) throws IOException;

	void finish() throws IOException;

}
