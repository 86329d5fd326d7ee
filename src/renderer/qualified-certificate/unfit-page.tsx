import { useTranslation } from 'react-i18next';
import type { Device } from '../../shared/domain/token.ts';
import { Button } from '../controls/button.tsx';
import { Shortcomings } from '../steps/token/shortcomings.tsx';
import { goToStep, openAppletPage } from '../store/side-page.ts';
import { QualifiedFrame } from './qualified-frame.tsx';
import { signatureApplet, type Unfitness } from './qualified-view.ts';

/** This token takes no signature as it is, and what can be done about that. */
export function UnfitPage({ device, why }: { readonly device: Device; readonly why: Unfitness }) {
  const { t } = useTranslation();
  const applet = signatureApplet(device);
  return (
    <QualifiedFrame
      chapter="unfit"
      title={t(`qualifiedCertificate.unfit.title.${why}`)}
      lead={t(`qualifiedCertificate.unfit.lead.${why}`)}
      verb={
        why === 'blank' && applet ? (
          <Button kind="primary" onPress={() => openAppletPage('prepare', applet.kind)}>
            {t('qualifiedCertificate.unfit.prepare')}
          </Button>
        ) : (
          <Button kind="primary" onPress={() => goToStep('token')}>
            {t('qualifiedCertificate.unfit.toToken')}
          </Button>
        )
      }
    >
      <Shortcomings device={device} />
    </QualifiedFrame>
  );
}
