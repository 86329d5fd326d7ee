import { type ReactNode, useId } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './modal-dialog.module.css';

interface ModalDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** An alert must be answered: it cannot be closed by a click beside it. */
  readonly alert?: boolean;
  /** Room for a document or a choice with explanations. */
  readonly wide?: boolean;
  readonly children: ReactNode;
  readonly buttons: ReactNode;
}

/** A dialog over the page: focus stays inside and returns where it was. */
export function ModalDialog({
  isOpen,
  onClose,
  title,
  alert = false,
  wide = false,
  children,
  buttons,
}: ModalDialogProps) {
  const body = useId();
  return (
    <ModalOverlay
      className={styles.shade ?? ''}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={!alert}
    >
      <Modal className={classes(styles.modal, wide && styles.wide)}>
        <Dialog className={styles.dialog ?? ''} role={alert ? 'alertdialog' : 'dialog'} aria-describedby={body}>
          <Heading slot="title" level={2} className={styles.title ?? ''}>
            {title}
          </Heading>
          <div id={body} className={styles.body}>
            {children}
          </div>
          <div className={styles.buttons}>{buttons}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
