package unionbook.platform;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Gives their headers also to answers that Tomcat makes by itself: to a request it cannot
 * read, to an address it keeps to itself.
 */
@Component
class TomcatEdge implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

	private final AnswerHeaders headers;

	TomcatEdge(AnswerHeaders headers) {
		this.headers = headers;
	}

	@Override
	public void customize(ConfigurableTomcatWebServerFactory factory) {
		factory.addEngineValves(new ValveBase(true) {

			@Override
			public void invoke(Request request, Response response) throws IOException, ServletException {
				// not its facade, which takes nothing more once the request is refused
				TomcatEdge.this.headers.write(response, null);
				getNext().invoke(request, response);
			}

		});
	}

}
