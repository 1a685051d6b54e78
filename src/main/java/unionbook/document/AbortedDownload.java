package unionbook.document;

import java.io.IOException;

/**
 * The reader of an export is gone. Nobody's fault: ends the transaction, so that its
 * connection is free again, and needs neither an answer nor an error in the log. Its
 * cause is what the connection said, so that
 * {@link org.springframework.web.util.DisconnectedClientHelper} recognises it.
 */
public class AbortedDownload extends RuntimeException {

	AbortedDownload(IOException cause) {
		super("The download was aborted", cause);
	}

}
