package unionbook.document;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * The answer to a request for an export. A controller makes it and hands it to the
 * service, which sends the table inside its read-only transaction: rows go from the
 * cursor to the browser on the thread that knows the actor and the transaction. (A
 * StreamingResponseBody runs on another thread, where neither exists and row-level
 * security shows nothing.)
 * <p>
 * Headers are set with the first bytes. What fails before is answered by the ordinary
 * error page; what fails later breaks the connection, so that the browser reports the
 * file as incomplete.
 */
public final class Download {

	private static final int BUFFER = 32 * 1024;

	private static final int LONGEST_NAME = 120;

	private final HttpServletResponse response;

	private final ExportFormat format;

	/**
	 * Makes a download for one response.
	 * @param response the response, not yet written to
	 * @param format the kind of file asked for
	 */
	public Download(HttpServletResponse response, ExportFormat format) {
		this.response = response;
		this.format = format;
	}

	/**
	 * Sends a table. To be called inside the transaction the rows are read in.
	 * @param name the file name without ending, made by the server, in any language
	 * @param sheet title, head and columns
	 * @param rows the rows
	 * @return how many rows were sent
	 * @throws AbortedDownload when the reader is gone
	 */
	public long send(String name, Sheet sheet, RowSource rows) {
		OutputStream body = body(name);
		long sent = Spreadsheet.write(this.format, body, sheet, rows);
		try {
			body.flush();
			return sent;
		}
		catch (IOException ex) {
			throw new AbortedDownload(ex);
		}
	}

	/**
	 * Sends a file again, with remarks.
	 * @param name the file name without ending, made by the server
	 * @param sheet the name of the sheet
	 * @param remarks the column the remarks stand in, 0 for A
	 * @param rows hands over the rows in their order
	 * @throws AbortedDownload when the reader is gone
	 */
	public void sendCopy(String name, String sheet, int remarks, Consumer<SheetCopy> rows) {
		OutputStream body = body(name);
		try {
			SheetCopy copy = SheetCopy.of(this.format, body, sheet, remarks);
			rows.accept(copy);
			copy.finish();
			body.flush();
		}
		catch (UncheckedIOException ex) {
			throw new AbortedDownload(new IOException(ex));
		}
		catch (IOException ex) {
			throw new AbortedDownload(ex);
		}
	}

	/**
	 * Begins a ZIP in the answer; it is to be flushed, not closed.
	 * @param response the response, not yet written to
	 * @param name the file name without ending, made by the server, in any language
	 * @return takes the bytes; the headers are set with the first of them
	 */
	public static OutputStream zip(HttpServletResponse response, String name) {
		return new BufferedOutputStream(new Body(response, name, "zip", "application/zip"), BUFFER);
	}

	private OutputStream body(String name) {
		return new BufferedOutputStream(
				new Body(this.response, name, this.format.extension(), this.format.contentType()), BUFFER);
	}

	private static final class Body extends OutputStream {

		private final HttpServletResponse response;

		private final String name;

		private final String extension;

		private final String contentType;

		private @Nullable OutputStream opened;

		private Body(HttpServletResponse response, String name, String extension, String contentType) {
			this.response = response;
			this.name = name;
			this.extension = extension;
			this.contentType = contentType;
		}

		private OutputStream open() throws IOException {
			this.response.setContentType(this.contentType);
			this.response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
			this.response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(fileName(), StandardCharsets.UTF_8).build().toString());
			return this.response.getOutputStream();
		}

		/** Some systems refuse these letters in file names, some read a path in them. */
		private String fileName() {
			String plain = this.name.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]+", "-").strip();
			return plain.substring(0, Math.min(plain.length(), LONGEST_NAME)) + '.' + this.extension;
		}

		@Override
		public void write(int b) throws IOException {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			if (this.opened == null) {
				this.opened = open();
			}
			this.opened.write(bytes, offset, length);
		}

		@Override
		public void flush() throws IOException {
			if (this.opened != null) {
				this.opened.flush();
			}
		}

	}

}
