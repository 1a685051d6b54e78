package unionbook.platform;

import java.util.Set;

import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Puts a {@link Markup} into its element by {@code markup:body}; anything else is
 * refused, so that no text gets into a page unescaped this way.
 */
@Component
class MarkupDialect extends AbstractProcessorDialect {

	private static final String PREFIX = "markup";

	MarkupDialect() {
		super("Markup", PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
	}

	@Override
	public Set<IProcessor> getProcessors(String dialectPrefix) {
		return Set.of(new Body(dialectPrefix));
	}

	private static final class Body extends AbstractAttributeTagProcessor {

		private static final int LIKE_TEXT = 1300;

		private Body(String dialectPrefix) {
			super(TemplateMode.HTML, dialectPrefix, null, false, "body", true, LIKE_TEXT, true);
		}

		@Override
		protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName name, String value,
				IElementTagStructureHandler handler) {
			Object body = StandardExpressions.getExpressionParser(context.getConfiguration())
				.parseExpression(context, value)
				.execute(context);
			handler.setBody(((Markup) body).html(), false);
		}

	}

}
