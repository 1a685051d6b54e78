package unionbook.document;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP that proves itself: its last part is a list of the SHA-256 hashes of all others,
 * which {@code sha256sum -c} reads. Parts go out while they are written; the same parts
 * of the same day give the same bytes.
 */
public final class SealedZip {

	/** The name of the list. */
	public static final String MANIFEST = "MANIFEST.sha256";

	/** No ZIP knows an earlier day. */
	private static final LocalDate FIRST_DAY = LocalDate.of(1980, 1, 1);

	private final ZipOutputStream zip;

	private final LocalDate day;

	private final StringBuilder manifest = new StringBuilder();

	/**
	 * Begins a ZIP.
	 * @param out where it goes; stays open
	 * @param day the day all its parts bear
	 */
	public SealedZip(OutputStream out, LocalDate day) {
		this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
		this.day = day.isBefore(FIRST_DAY) ? FIRST_DAY : day;
	}

	/**
	 * Begins a part; the one before must be closed.
	 * @param path its name, with / between folders
	 * @return takes its bytes, to be closed; throws {@link AbortedDownload} when the
	 * reader is gone
	 */
	public OutputStream open(String path) {
		try {
			this.zip.putNextEntry(entry(path));
			return new Part(path);
		}
		catch (IOException ex) {
			throw new AbortedDownload(ex);
		}
	}

	/**
	 * Writes a table as a workbook. It waits in a file until it is whole, for a workbook
	 * says when it was made, and two of the same table shall be alike.
	 * @param path the name of the part
	 * @param sheet title, head and columns
	 * @param rows the rows
	 * @return how many rows were written
	 * @throws AbortedDownload when the reader is gone
	 */
	public long workbook(String path, Sheet sheet, RowSource rows) {
		try {
			Path file = Files.createTempFile("unionbook-", ".xlsx");
			try {
				long written;
				try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
					written = Spreadsheet.write(ExportFormat.XLSX, out, sheet, rows);
				}
				try (ZipFile in = new ZipFile(file.toFile()); OutputStream part = open(path)) {
					copy(in, part);
				}
				return written;
			}
			finally {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Writes the list and ends the ZIP.
	 * @param told takes the SHA-256 of the list, in hex, before it is sent: what it
	 * throws leaves a ZIP that cannot be opened
	 * @throws AbortedDownload when the reader is gone
	 */
	public void seal(Consumer<String> told) {
		byte[] list = this.manifest.toString().getBytes(StandardCharsets.UTF_8);
		told.accept(HexFormat.of().formatHex(sha256().digest(list)));
		try {
			this.zip.putNextEntry(entry(MANIFEST));
			this.zip.write(list);
			this.zip.closeEntry();
			this.zip.finish();
			this.zip.flush();
		}
		catch (IOException ex) {
			throw new AbortedDownload(ex);
		}
	}

	private void copy(ZipFile in, OutputStream part) throws IOException {
		ZipOutputStream out = new ZipOutputStream(part, StandardCharsets.UTF_8);
		for (ZipEntry entry : in.stream().toList()) {
			out.putNextEntry(entry(entry.getName()));
			try (InputStream content = in.getInputStream(entry)) {
				if ("docProps/core.xml".equals(entry.getName())) {
					out.write(withoutMoment(content).getBytes(StandardCharsets.UTF_8));
				}
				else {
					content.transferTo(out);
				}
			}
			out.closeEntry();
		}
		out.finish();
	}

	private String withoutMoment(InputStream properties) throws IOException {
		return new String(properties.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(<dcterms:created[^>]*>)[^<]*",
				"$1" + this.day + "T00:00:00Z");
	}

	private ZipEntry entry(String path) {
		ZipEntry entry = new ZipEntry(path);
		entry.setTimeLocal(this.day.atStartOfDay());
		return entry;
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private final class Part extends OutputStream {

		private final String path;

		private final MessageDigest digest = sha256();

		private boolean closed;

		private Part(String path) {
			this.path = path;
		}

		@Override
		public void write(int b) {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) {
			this.digest.update(bytes, offset, length);
			try {
				SealedZip.this.zip.write(bytes, offset, length);
			}
			catch (IOException ex) {
				throw new AbortedDownload(ex);
			}
		}

		@Override
		public void close() {
			if (this.closed) {
				return;
			}
			this.closed = true;
			try {
				SealedZip.this.zip.closeEntry();
			}
			catch (IOException ex) {
				throw new AbortedDownload(ex);
			}
			SealedZip.this.manifest.append(HexFormat.of().formatHex(this.digest.digest()))
				.append("  ")
				.append(this.path)
				.append('\n');
		}

	}

}
