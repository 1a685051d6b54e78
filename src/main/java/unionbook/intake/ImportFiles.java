package unionbook.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.document.SheetFile;
import unionbook.member.IdentityVault;
import unionbook.platform.RuleViolation;
import unionbook.shared.UnitId;

/** Keeps the files as they came, encrypted, and opens them for reading. */
@Service
class ImportFiles {

	private final JdbcClient jdbc;

	private final IdentityVault vault;

	ImportFiles(JdbcClient jdbc, IdentityVault vault) {
		this.jdbc = jdbc;
		this.vault = vault;
	}

	/** Keeps a file with its run. */
	@Transactional
	public void keep(UUID run, UnitId unit, byte[] content) {
		this.jdbc.sql("insert into import_file (run_id, unit_id, content) values (?, ?, ?)")
			.params(run, unit.value(), this.vault.sealFile(run, content))
			.update();
	}

	/**
	 * The file of a run as it came.
	 * @throws RuleViolation if it is no longer kept
	 */
	@Transactional(readOnly = true)
	public byte[] content(UUID run) {
		return this.vault.openFile(run,
				this.jdbc.sql("select content from import_file where run_id = ?")
					.param(run)
					.query(byte[].class)
					.optional()
					.orElseThrow(() -> new RuleViolation("imports.rule.fileGone")));
	}

	/** Whether the file of a run is still kept. */
	@Transactional(readOnly = true)
	public boolean kept(UUID run) {
		return this.jdbc.sql("select exists (select from import_file where run_id = ?)")
			.param(run)
			.query(Boolean.class)
			.single();
	}

	/** Removes what was read of a file, and the file. */
	@Transactional
	public void remove(UUID run) {
		this.jdbc.sql("delete from import_row where run_id = ?").param(run).update();
		this.jdbc.sql("delete from import_file where run_id = ?").param(run).update();
	}

	/**
	 * Lets something read a file; what lies on the disk meanwhile is gone afterwards.
	 * @param content the file
	 * @param name the name it came with
	 * @param reading what reads it
	 * @throws unionbook.document.UnreadableFile if it is not read
	 */
	static <T extends @Nullable Object> T open(byte[] content, String name, Function<SheetFile, T> reading) {
		try {
			Path place = Files.createTempFile("unionbook-import", ".tmp");
			try {
				Files.write(place, content);
				try (SheetFile file = SheetFile.open(place, name)) {
					return reading.apply(file);
				}
			}
			finally {
				Files.deleteIfExists(place);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
