package unionbook.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a refusal without the stack trace nobody needs. */
class StartRefusalAnalyzer extends AbstractFailureAnalyzer<StartRefusal> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, StartRefusal refusal) {
		return new FailureAnalysis(String.valueOf(refusal.getMessage()), null, failure);
	}

}
