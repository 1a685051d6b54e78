package unionbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts UnionBook (Sổ Công đoàn). */
@NullMarked
@Modulithic(systemName = "UnionBook", sharedModules = "shared")
@SpringBootApplication
public class UnionBookApplication {

	/**
	 * Starts the application.
	 * @param args Spring Boot's command line options
	 */
	public static void main(String[] args) {
		SpringApplication.run(UnionBookApplication.class, args);
	}

}
